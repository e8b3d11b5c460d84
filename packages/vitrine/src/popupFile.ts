export { definePopup as define } from '@vitrine/widgets/popup'
