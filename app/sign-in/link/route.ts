export { requestLinkRoute as POST } from '@/features/staff/routes';
