import { describe, expect, test } from 'vitest';
import floors from './floors.json';
import { belowFloors, compareVersions } from './floors.mjs';

const lock = (packages: Record<string, { name?: string; version?: string }>) => ({ packages });

describe('a floor', () => {
  test('is reached by the same version and by newer ones', () => {
    expect(belowFloors({ next: '16.3.4' }, lock({ 'node_modules/next': { version: '16.3.4' } }))).toEqual([]);
    expect(belowFloors({ next: '16.3.4' }, lock({ 'node_modules/next': { version: '16.10.0' } }))).toEqual(
      [],
    );
  });

  test('is missed by older ones, also by a copy deep down and one of another name', () => {
    const packages = {
      'node_modules/sharp': { version: '0.35.4' },
      'node_modules/next/node_modules/sharp': { version: '0.34.9' },
      'node_modules/mailer': { name: 'nodemailer', version: '7.0.10' },
    };
    expect(belowFloors({ sharp: '0.35.4', nodemailer: '9.1.1' }, lock(packages))).toEqual([
      'node_modules/next/node_modules/sharp: sharp 0.34.9 is below 0.35.4',
      'node_modules/mailer: nodemailer 7.0.10 is below 9.1.1',
    ]);
  });

  test('is missed by a package that is not there, unless the project may do without', () => {
    expect(belowFloors({ next: '16.3.4', nodemailer: '9.1.1' }, lock({}))).toEqual([
      'next: the lock file has none',
    ]);
  });

  test('is there for every package whose faults have reached the public', () => {
    const packages = ['drizzle-orm', 'next', 'next-auth', 'nodemailer', 'react', 'react-dom', 'sharp'];
    expect(Object.keys(floors).sort()).toEqual(packages);
  });
});

test('versions are in the order of Semantic Versioning 2.0.0, section 11', () => {
  const ordered = [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '1.0.9',
    '1.0.10',
    '1.9.0',
    '1.10.0',
    '10.0.0',
  ];
  for (const [index, one] of ordered.entries())
    for (const [other, two] of ordered.entries())
      expect(Math.sign(compareVersions(one, two)), `${one} ${two}`).toBe(Math.sign(index - other));
  expect(compareVersions('1.0.0+build', '1.0.0')).toBe(0);
  expect(() => compareVersions('latest', '1.0.0')).toThrow('not a version');
});
