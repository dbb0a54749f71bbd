export { exportLogRoute as GET } from '@/features/audit/routes';
