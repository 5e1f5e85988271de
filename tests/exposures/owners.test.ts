import { expect, it } from 'vitest';
import { OWNERS } from '../../src/exposures/owners.ts';
import { rules } from '../../src/rules/index.ts';

it('each kind of exposure has its one rule, and each rule a kind', () => {
  const owners = new Set<string>(Object.values(OWNERS).filter((owner) => owner !== null));
  expect([...owners].toSorted()).toEqual(Object.keys(rules).toSorted());
});
