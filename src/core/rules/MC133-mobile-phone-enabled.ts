// MC133: MobilePhoneEnabled is on, a feature that the product does not support: choosing the phone for a code ends in an error.

import { isAskedFor, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { inSiteSettings } from './setting-words.ts';

const name = 'Authentication/Registration/MobilePhoneEnabled';

export default defineRule({
  code: 'MC133',
  subject: 'settings',
  stage: 'request',
  severity: 'warning',
  check: ({ settings, message }) => {
    const { value, where } = settings.get(name);
    return value && isAskedFor(name, message) ? [{ params: {}, where }] : [];
  },
  en: {
    title: 'The mobile phone is switched on, which is not supported',
    why:
      'A code by phone needs the processes Send Sms Confirmation To Contact and Send Sms Two Factor Code To Contact, which the product ' +
      'does not ship. A contact with a confirmed mobile phone is asked whether the code shall go to the phone or by e-mail; the phone ' +
      'ends in an error, and until e-mail is chosen no code is mailed.',
    message: () =>
      `${name} is true, which the product does not support: whoever chooses the phone for a code gets an error and no mail.`,
    fix: () => [
      inSiteSettings(`delete the row ${name}, or set it to false`, 'en'),
      {
        who: 'portal-visitor',
        do: 'Until then choose e-mail when asked where the code shall go.',
      },
    ],
  },
  ja: {
    title: 'サポートされていない携帯電話の設定が有効になっています',
    why:
      '電話でのコードの送信には Send Sms Confirmation To Contact と Send Sms Two Factor Code To Contact というプロセスが必要ですが、製品には含まれていません。' +
      '携帯電話が確認済みの取引先担当者は、コードの受け取り方法を選ぶ必要があります。電話を選ぶとエラーになり、電子メールを選ぶまでコードは送信されません。',
    message: () =>
      `製品でサポートされていない ${name} が true です。コードの受け取りに電話を選ぶとエラーになり、メールは送信されません。`,
    fix: () => [
      inSiteSettings(`${name} の行を削除するか、false にする`, 'ja'),
      { who: 'portal-visitor', do: 'それまでは、コードの受け取り方法に電子メールを選ぶ。' },
    ],
  },
  sources: [
    sources.authentication,
    sources.portalCode('LoginController.SendCode, Areas/Account/Models/IdentityConfig.cs'),
    sources.actions,
  ],
  examples: {
    bad: [{ change: { siteSettings: { [name]: { value: 'True' } } } }],
    good: [{ change: { siteSettings: { [name]: { value: 'false' } } } }],
  },
});
