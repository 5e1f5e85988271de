import { describe, expect, it } from 'vitest';
import { isBundle } from '../../src/syntax/bundles.ts';

const CODE = 'function a(b){return b.c(d=>e(d.token))}var f=g(h);';

describe('a bundle', () => {
  it('is told by its long lines of code', () => {
    expect(isBundle(CODE.repeat(2000))).toBe(true);
    expect(isBundle(`/*! a licence\n * of many\n * lines */\n`.repeat(20) + `${CODE.repeat(100)}\n`.repeat(20))).toBe(true);
  });

  it('is told by what a bundler begins with', () => {
    const lines = `${CODE}\n`.repeat(5000);
    expect(isBundle(`// modules are defined as an array\nparcelRequire = (function (modules) {\n${lines}`)).toBe(true);
    expect(isBundle(`/******/ (() => { // webpackBootstrap\n/******/ \tvar __webpack_modules__ = ({\n${lines}`)).toBe(true);
    expect(isBundle(`(function(e,t,n){function s(o,u){var a=typeof require=="function"&&require;}\n${lines}`)).toBe(true);
    expect(isBundle(`(function r(e,n,t){function o(i){var c="function"==typeof require&&require;}\n${lines}`)).toBe(true);
    expect(isBundle(`${lines}\nconst usesParcel = 'parcelRequire';`)).toBe(false);
  });

  it('is not what people write, however long', () => {
    expect(isBundle(`${CODE}\n`.repeat(5000))).toBe(false);
  });

  it('is not data in a module', () => {
    expect(isBundle(`export const logo = 'data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUg'.repeat(5000)}';\n${CODE}`)).toBe(false);
    expect(isBundle(`export const words = [${'"token", "session", '.repeat(8000)}];\n`)).toBe(false);
  });

  it('is not a short file of one line', () => {
    expect(isBundle(CODE.repeat(20))).toBe(false);
  });
});
