export { defineRestock as define } from '@vitrine/widgets/restock'
