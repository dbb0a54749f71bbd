import { expect, test } from 'vitest';
import { directionOf } from './direction';

test('the first letter decides', () => {
  expect(directionOf('“مرحبا” to everyone')).toBe('rtl');
  expect(directionOf('1. שלום')).toBe('rtl');
  expect(directionOf('Welcome, مرحبا')).toBeUndefined();
  expect(directionOf('…')).toBeUndefined();
});
