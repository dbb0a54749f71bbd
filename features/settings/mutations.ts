import { settings } from '@/db/schema';
import { type Writing, write } from '@/db/write';

export type SettingsInput = Omit<typeof settings.$inferInsert, 'one'>;

export const saveSettings = (input: SettingsInput, within?: Writing) =>
  write(async ({ tx, changed }) => {
    await tx
      .insert(settings)
      .values({ one: true, ...input })
      .onConflictDoUpdate({ target: settings.one, set: input });
    changed({ of: 'settings' });
  }, within);
