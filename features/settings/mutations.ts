import { record } from '@/db/audit';
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

/** An admin changes what the site says of itself. */
export const changeSettings = (input: SettingsInput, { byId }: { byId: number }) =>
  write(async (writing) => {
    await saveSettings(input, writing);
    const item = { kind: 'settings', id: null, title: input.siteName };
    await record(writing.tx, { byId, act: 'changed the settings', item });
  });
