export { sharedPictureRoute as GET } from '@/features/revisions/visitor-routes';
