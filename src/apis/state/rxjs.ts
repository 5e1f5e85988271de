import type { Flow, StateApi } from './state-api.ts';
import { argument, cell, cellOf, result } from './state-api.ts';

/** Who subscribes gets what was given to `next`. */
const SUBJECT: readonly Flow[] = [
  [result.part('next').given(0), cell],
  [cell, result.part('subscribe').given(0).parameter(0)],
  [cell, result.part('subscribe').given(0).part('next').parameter(0)],
  [cell, result.part('asObservable').returned().part('subscribe').given(0).parameter(0)],
];
const BEHAVIOR: readonly Flow[] = [
  ...SUBJECT,
  [argument(0), cell],
  [cell, result.part('value')],
  [cell, result.part('getValue').returned()],
];

/** https://rxjs.dev/guide/subject */
export const rxjs: StateApi = {
  id: 'rxjs',
  hint: /rxjs/,
  calls: {
    'rxjs#BehaviorSubject': BEHAVIOR,
    'rxjs#ReplaySubject': SUBJECT,
    'rxjs#Subject': SUBJECT,
    'rxjs#AsyncSubject': SUBJECT,
    'rxjs#firstValueFrom': [[cellOf(argument(0)), result]],
    'rxjs#lastValueFrom': [[cellOf(argument(0)), result]],
  },
};
