import type { Metadata } from 'next';
import { requirePerson } from '@/auth/guards';
import { SettingsForm } from '@/features/settings/admin/settings-form';
import { siteSettings } from '@/features/settings/queries';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  await requirePerson('manage-settings');
  const { one: _, ...settings } = await siteSettings();
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      <h1>Settings</h1>
      <p className="measure mt-1 text-ink-2">What the site says of itself, on every page and at once.</p>
      <div className="measure mt-6">
        <SettingsForm
          given={{
            ...settings,
            notice: settings.notice ?? '',
            accessibilityReviewedOn: settings.accessibilityReviewedOn ?? today,
            privacyReviewedOn: settings.privacyReviewedOn ?? today,
          }}
        />
      </div>
    </>
  );
}
