import { z } from 'zod';

export const MailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'A mail address has 254 characters at most.')
  .regex(/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$|^[^\s@,;<>"]+@localhost$/, {
    error: 'Write one mail address, such as name@example.org.',
  });

export const PersonName = z
  .string()
  .trim()
  .min(1, 'Write a name.')
  .max(120, 'A name has 120 characters at most.');

export const Role = z.enum(['contributor', 'editor', 'admin'], { error: 'Choose a role.' });

export const Invitation = z.strictObject({ name: PersonName, mail: MailAddress, role: Role });
export type Invitation = z.infer<typeof Invitation>;

export const roleNames: Record<z.infer<typeof Role>, string> = {
  contributor: 'Contributor',
  editor: 'Editor',
  admin: 'Admin',
};

export const roleMeanings: Record<z.infer<typeof Role>, string> = {
  contributor: 'writes and submits',
  editor: 'also publishes, withdraws and puts into the trash',
  admin: 'also manages people and settings',
};
