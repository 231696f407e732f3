// Knows what the rules about guests ask of their facts, the ready-made steps in the Microsoft Entra admin center, and the
// product pages behind them. May not judge.

import { accountInstead, linkContext, passcodeSetting, type LinkContext } from '../delivery/passcode.ts';
import type { Guest } from '../records/guest.ts';
import type { GuestFacts } from './facts.ts';
import type { FixStep, Language } from './rule.ts';

/** pending: invited, or reset; accepted: redeemed; unknown: the record says neither. */
export function redemption({ guest }: GuestFacts): 'pending' | 'accepted' | 'unknown' {
  const { externalUserState, redeemedWith } = guest?.fields ?? {};
  if (externalUserState === 'pending-acceptance') return 'pending';
  return externalUserState === 'accepted' || redeemedWith !== undefined ? 'accepted' : 'unknown';
}

export function settingOf({ tenant }: GuestFacts): ReturnType<typeof passcodeSetting> | undefined {
  return tenant === undefined ? undefined : passcodeSetting(tenant.fields);
}

/** Of a guest who has not redeemed yet. */
export function insteadOf({ guest, tenant }: GuestFacts): ReturnType<typeof accountInstead> {
  return guest === undefined ? 'unknown' : accountInstead(guest.fields, tenant?.fields);
}

/** In the US Government cloud a guest cannot create an account at sign-in. */
export function inUsGovernment({ tenant }: GuestFacts): boolean {
  return tenant?.fields.cloud === 'us-government';
}

/** Whether the guest would sign in with a passcode, if the tenant sends any. */
export function needsPasscode(facts: GuestFacts): boolean {
  const state = redemption(facts);
  if (state === 'accepted') return facts.guest?.fields.redeemedWith === 'email-one-time-passcode';
  if (state !== 'pending') return false;
  const instead = insteadOf(facts);
  // An unmanaged account is used only where passcodes are off.
  if (instead === 'unmanaged') return settingOf(facts)?.on !== false;
  return instead === 'none' || instead === 'unknown';
}

export function linkOf({ message, tenant }: GuestFacts): LinkContext | undefined {
  return message?.link === undefined ? undefined : linkContext(message.link, tenant?.fields);
}

export function guestName({ guest, message }: GuestFacts): string {
  const { emailAddress, displayName } = guest?.fields ?? {};
  return emailAddress ?? displayName ?? guest?.id ?? message?.to ?? '';
}

export function tenantName({ tenant }: GuestFacts): string {
  return tenant?.fields.name ?? tenant?.id ?? '';
}

export const entraSteps: Record<
  Language,
  {
    switchOn: FixStep;
    reset(guest: string): FixStep;
    inRecord(record: string, keyAndValue: string): FixStep;
  }
> = {
  en: {
    switchOn: {
      who: 'entra-administrator',
      do: 'Microsoft Entra admin center > External Identities > All identity providers > "Email one-time passcode": choose "Enable email one-time passcode for guests effective now" (where there is a toggle: "Yes") and save.',
    },
    reset: (guest) => ({
      who: 'entra-administrator',
      do: `Reset the redemption status: Microsoft Entra admin center > Users > ${guest} > "B2B collaboration" > "Reset redemption status", and send the new invitation. The guest keeps groups and permissions.`,
    }),
    inRecord: (record, keyAndValue) => ({
      who: 'records-keeper',
      do: `Add to the record of ${record}: ${keyAndValue}`,
    }),
  },
  ja: {
    switchOn: {
      who: 'entra-administrator',
      do: 'Microsoft Entra 管理センター >「外部 ID」>「すべての ID プロバイダー」>「電子メール ワンタイム パスコード」で「ゲストの電子メール ワンタイム パスコードを今すぐ有効にする」(トグルの場合は「はい」)を選び、保存する。',
    },
    reset: (guest) => ({
      who: 'entra-administrator',
      do: `利用状態をリセットする: Microsoft Entra 管理センター >「ユーザー」> ${guest} >「B2B コラボレーション」>「利用状態のリセット」を選び、招待を送り直す。グループとアクセス権は変わらない。`,
    }),
    inRecord: (record, keyAndValue) => ({
      who: 'records-keeper',
      do: `設定ファイルの ${record} に次を追加する: ${keyAndValue}`,
    }),
  },
};

export const guestSources = {
  passcode: 'https://learn.microsoft.com/entra/external-id/one-time-passcode',
  redemption: 'https://learn.microsoft.com/entra/external-id/redemption-experience',
  reset: 'https://learn.microsoft.com/entra/external-id/reset-redemption-status',
  properties: 'https://learn.microsoft.com/entra/external-id/user-properties',
  graph: 'https://learn.microsoft.com/graph/api/resources/emailauthenticationmethodconfiguration',
  government: 'https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds',
} as const;

/** Switching passcodes on changes nothing for guests who were there before. */
export function redeemedBeforePasscodes(facts: GuestFacts): boolean {
  const { redeemedWith, externalUserStateChangeDateTime: redeemedOn } = facts.guest?.fields ?? {};
  const enabledOn = facts.tenant?.fields.emailOtpEnabledOn;
  return (
    settingOf(facts)?.on === true &&
    redemption(facts) === 'accepted' &&
    redeemedWith !== undefined &&
    redeemedWith !== 'email-one-time-passcode' &&
    redeemedOn !== undefined &&
    enabledOn !== undefined &&
    Date.parse(redeemedOn) < Date.parse(enabledOn)
  );
}

type RedeemedWith = NonNullable<Guest['redeemedWith']>;

export const accountWords: Record<Language, Record<RedeemedWith, string>> = {
  en: {
    'email-one-time-passcode': 'a one-time passcode',
    'microsoft-entra': 'a Microsoft Entra account',
    'microsoft-account': 'a Microsoft account',
    unmanaged: 'an unmanaged account',
    google: 'Google',
    federation: 'the identity provider of the own organization',
  },
  ja: {
    'email-one-time-passcode': 'ワンタイム パスコード',
    'microsoft-entra': 'Microsoft Entra アカウント',
    'microsoft-account': 'Microsoft アカウント',
    unmanaged: 'アンマネージド アカウント',
    google: 'Google アカウント',
    federation: '所属組織の ID プロバイダー',
  },
};
