import { expect, test } from 'vitest';
import { emptyCredit, fieldsOf } from '../credit-fields';
import { differences } from './differences';

const fields = { alt: 'Boats', evidence: '', credit: fieldsOf(emptyCredit) };

test('only what differs is named, with both texts', () => {
  const theirs = { ...fields, alt: 'Ships', credit: { ...fields.credit, courtesy: true } };
  expect(differences(fields, theirs)).toEqual([
    { name: 'Alternative text', mine: 'Boats', theirs: 'Ships' },
    { name: 'By courtesy', mine: 'no', theirs: 'yes' },
  ]);
});

test('an empty line for another maker and blanks at an end are no difference', () => {
  const typed = {
    ...fields,
    alt: 'Boats ',
    credit: { ...fields.credit, creators: [{ name: ' ', url: '' }] },
  };
  expect(differences(typed, fields)).toEqual([]);
});
