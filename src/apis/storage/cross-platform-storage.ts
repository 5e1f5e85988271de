import { clear, keyedStorage, read, remove, write } from './storage-api.ts';

/**
 * Storages of frameworks that build one app for pages and for mini programs. In a page they are localStorage:
 * https://uniapp.dcloud.net.cn/api/storage/storage.html, https://docs.taro.zone/en/docs/apis/storage/setStorageSync.
 * The methods without `Sync` take one object, `{ key, data }`.
 */
export const crossPlatformStorage = keyedStorage({
  id: 'cross-platform-storage',
  medium: 'browser-storage',
  hint: /\buni\.|@tarojs\/taro/,
  linkedHint: /Storage(?:Sync)?\(/,
  objects: {
    uni: "uni-app's storage",
    '@tarojs/taro#': "Taro's storage",
    '@tarojs/taro#default': "Taro's storage",
  },
  methods: {
    getStorageSync: read(),
    getStorage: read(),
    setStorageSync: write(),
    setStorage: write(),
    removeStorageSync: remove(),
    removeStorage: remove(),
    clearStorageSync: clear,
    clearStorage: clear,
  },
});
