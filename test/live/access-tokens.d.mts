// Types of access-tokens.mjs, which is plain JavaScript for the same reason as servers.mjs.

import type { KeyObject } from 'node:crypto';

export type TokenKeys = { HS256: Buffer; RS256: KeyObject; ES256: KeyObject };
export type TokenChanges = {
  algorithm?: keyof TokenKeys;
  /** undefined takes a claim away. */
  claims?: Record<string, unknown>;
  padding?: number;
};

export const issuer: string;
export const scope: string;
export function makeTokenKeys(folder: string): Promise<TokenKeys>;
export function accessToken(keys: TokenKeys, address: string, changes?: TokenChanges): string;
