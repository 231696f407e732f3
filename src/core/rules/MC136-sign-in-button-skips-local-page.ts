// MC136: local accounts exist, but the button "Sign in" leads to an external provider, past the page where they sign in.

import { isAskedFor, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { inSiteSettings } from './setting-words.ts';

const button = 'Authentication/Registration/LoginButtonAuthenticationType';

export default defineRule({
  code: 'MC136',
  subject: 'settings',
  stage: 'request',
  severity: 'warning',
  check: ({ settings, message }) => {
    const { value: provider, where } = settings.get(button);
    const local = settings.get('Authentication/Registration/LocalLoginEnabled');
    // A portal with one external provider and no local accounts is what the setting is for.
    if (provider === undefined || !local.value || local.source === 'default') return [];
    return isAskedFor(button, message) ? [{ params: { provider }, where }] : [];
  },
  en: {
    title: 'The button "Sign in" goes past the local sign-in page',
    why:
      'With LoginButtonAuthenticationType the button "Sign in" leads directly to one external provider. Local accounts sign in, ask for ' +
      'a password reset and get their two-factor codes on a page to which no button leads then.',
    message: ({ provider }) =>
      `${button} is "${provider}", although LocalLoginEnabled is true: the button "Sign in" does not lead to "Forgot password" or to a two-factor code.`,
    fix: () => [
      inSiteSettings(
        `empty ${button} if local accounts are in use, or set Authentication/Registration/LocalLoginEnabled to false if they are not`,
        'en',
      ),
      {
        who: 'portal-visitor',
        do: 'Until then open the local page by its address: /Account/Login/Login on the portal.',
      },
    ],
  },
  ja: {
    title: '「サインイン」ボタンからローカルのサインイン画面が開きません',
    why:
      'LoginButtonAuthenticationType を設定すると、「サインイン」ボタンから1つの外部のIDプロバイダーへ直接移動します。ローカル アカウントのサインイン、パスワードのリセット、' +
      '2要素認証コードの要求に使う画面へは、ボタンから進めなくなります。',
    message: ({ provider }) =>
      `LocalLoginEnabled が true ですが、${button} が「${provider}」のため、「サインイン」ボタンから「パスワードをお忘れですか」や2要素認証コードの画面に進めません。`,
    fix: () => [
      inSiteSettings(
        `ローカル アカウントを使う場合は ${button} の値を空にし、使わない場合は Authentication/Registration/LocalLoginEnabled を false にする`,
        'ja',
      ),
      {
        who: 'portal-visitor',
        do: 'それまでは、ポータルのURLに /Account/Login/Login を付けてローカルのサインイン画面を開く。',
      },
    ],
  },
  sources: [sources.authentication, sources.portalCode('App_Start/Startup.Auth.cs')],
  examples: {
    bad: [
      {
        change: {
          siteSettings: {
            [button]: { value: 'Google' },
            'Authentication/Registration/LocalLoginEnabled': { value: 'true' },
          },
        },
      },
    ],
    good: [
      {
        change: {
          siteSettings: {
            [button]: { value: 'Google' },
            'Authentication/Registration/LocalLoginEnabled': { value: 'false' },
          },
        },
      },
      { change: { siteSettings: { [button]: { value: ' ' } } } },
    ],
  },
});
