export { defineBanner as define } from '@vitrine/widgets/banner'
