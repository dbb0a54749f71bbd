'use server';

import { staffAction } from '@/auth/guards';
import { Settings } from './input';
import { changeSettings } from './mutations';

export const changeSettingsAction = staffAction(
  { act: 'manage-settings', input: Settings },
  ({ person, input }) => changeSettings(input, { byId: person.id }),
);
