import type { Flow, StateApi } from './state-api.ts';
import { argument, cellOf, result } from './state-api.ts';

const read = result.returned();

const SIGNAL: readonly Flow[] = [
  [argument(0), read],
  [result.part('set').given(0), read],
  [result.part('update').given(0).returned(), read],
  [read, result.part('update').given(0).parameter(0)],
  [read, result.part('asReadonly').returned().returned()],
];

/** Angular's signals: https://angular.dev/guide/signals */
export const angular: StateApi = {
  id: 'angular',
  hint: /@angular\/core/,
  calls: {
    '@angular/core#signal': SIGNAL,
    '@angular/core#model': SIGNAL,
    '@angular/core#computed': [[argument(0).returned(), read]],
    '@angular/core#linkedSignal': [[argument(0).returned(), read]],
    '@angular/core/rxjs-interop#toSignal': [[cellOf(argument(0)), read]],
  },
};
