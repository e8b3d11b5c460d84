export { defineCarousel as define } from '@vitrine/widgets/carousel'
