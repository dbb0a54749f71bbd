'use client';

export { default } from '@/components/admin/fault-page';
