export { enterRoute as POST } from '@/features/staff/routes';
