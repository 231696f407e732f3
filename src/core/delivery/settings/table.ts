// Knows every site setting of the portal's local authentication and those beside it that mail hangs on, and finds one by its
// name as the portal does, without regard to case. Settings of other areas of a portal are none of its affair.

import { accounts } from './accounts.ts';
import { cookies } from './cookies.ts';
import { registration } from './registration.ts';
import type { Setting } from './setting.ts';
import { signIn } from './sign-in.ts';

export const settings = { ...registration, ...signIn, ...accounts, ...cookies } as const satisfies Record<
  string,
  Setting
>;
export type SettingName = keyof typeof settings;
type SettingOf<N extends SettingName> = (typeof settings)[N];

/** Names of the settings that are on or off. */
export type SwitchName = {
  [N in SettingName]: SettingOf<N> extends { type: 'boolean' } ? N : never;
}[SettingName];

export type ValueOf<N extends SettingName> =
  SettingOf<N> extends { type: 'boolean' }
    ? boolean
    : SettingOf<N> extends { default: number }
      ? number
      : SettingOf<N> extends { type: 'time-span' }
        ? number | undefined
        : string | undefined;

/** A setting with its whole name, a provider's name included. */
export type KnownSetting = { name: string; setting: Setting };

export const settingNames = Object.keys(settings) as SettingName[];

const byName = new Map<string, KnownSetting>(
  Object.entries(settings).map(([name, setting]) => [name.toLowerCase(), { name, setting }]),
);

/** What is known under this name; undefined: a misspelt name, or a setting of another area. */
export function settingNamed(typed: string): KnownSetting | undefined {
  const key = typed.trim().toLowerCase();
  const known = byName.get(key);
  if (known !== undefined) return known;
  const ofProvider = providerSetting.exec(key)?.[1];
  const setting = ofProvider === undefined ? undefined : ofProviders[ofProvider];
  return setting === undefined ? undefined : { name: typed.trim(), setting };
}

/** The entry of a name that is known to be in the table. */
export function settingOf(name: string): Setting {
  const known = settingNamed(name);
  if (known === undefined) throw new Error(`no setting of the table is called ${name}`);
  return known.setting;
}

const providerSetting = /^authentication\/(?:openidconnect|openauth|saml2|wsfederation)\/[^/]+\/([a-z]+)$/;

/** Settings that each external identity provider has under its own name. */
const ofProviders: Readonly<Record<string, Setting>> = {
  registrationclaimsmapping: {
    type: 'text',
    meaning: {
      en: 'Which claims of the provider fill the columns of a new contact.',
      ja: '新しい取引先担当者のどの列に、IDプロバイダーのどのクレームを入れるかです。',
    },
    mail: {
      en: 'Without a claim for emailaddress1 the contact may have no address, and gets no mail.',
      ja: 'emailaddress1 へのクレームがないと取引先担当者のアドレスが空になり、メールが届かないことがあります。',
    },
  },
  loginclaimsmapping: {
    type: 'text',
    meaning: {
      en: 'Which claims of the provider overwrite the columns of a contact at each sign-in.',
      ja: 'サインインのたびに、取引先担当者のどの列をIDプロバイダーのどのクレームで上書きするかです。',
    },
    mail: {
      en: 'A claim for emailaddress1 may replace an address that was confirmed.',
      ja: 'emailaddress1 へのクレームがあると、確認済みのアドレスが書き換わることがあります。',
    },
  },
  allowcontactmappingwithemail: {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Joins an external user with the contact that has the same e-mail address.',
      ja: '外部のユーザーを、同じメールアドレスの取引先担当者に結び付けます。',
    },
  },
  registrationenabled: {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Lets new users register through this provider.',
      ja: 'このIDプロバイダーによる新しいユーザーの登録を許可します。',
    },
  },
};
