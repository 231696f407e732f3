// MC115: the address was confirmed once and is not any more: it was changed since, and that sends no mail by itself.

import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC115',
  subject: 'path',
  stage: 'request',
  severity: 'information',
  check: ({ path }) => {
    const contact = path.contact.found;
    if (
      path.message.kind !== 'email-confirmation' ||
      contact?.fields.identityEmailAddress1Confirmed !== false ||
      contact.fields.emailAddress1 === null
    )
      return [];
    // Both need or make a confirmed address, so there was one.
    const because =
      contact.fields.identityTwoFactorEnabled === true
        ? 'enrolled'
        : contact.fields.hasExternalIdentity === true
          ? 'external'
          : undefined;
    return because === undefined
      ? []
      : [
          {
            params: { contact: contactName(path), because },
            where: contact.where(['identityEmailAddress1Confirmed']),
          },
        ];
  },
  en: {
    title: 'The address was probably changed since it was confirmed',
    why:
      'A save of the profile page with another address makes the contact unconfirmed and sends nothing by itself; the mail is asked for ' +
      'with "Confirm Email". Two-factor authentication can be enabled only with a confirmed address, and an external sign-in confirms ' +
      'the address at registration.',
    message: ({ contact, because }) =>
      `${contact} is not confirmed, though ${because === 'enrolled' ? 'two-factor authentication is on, which needs a confirmed address' : 'an external sign-in had confirmed the address'}: it was probably changed since. A change sends no mail by itself; "Confirm Email" on the profile page does.`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'Press "Confirm Email" on the profile page, and open the link in the newest mail.',
      },
    ],
  },
  ja: {
    title: '確認後にアドレスが変更された可能性があります',
    why:
      'プロファイルでアドレスを変更して保存すると未確認に戻りますが、それだけではメールは送信されません。確認メールは「電子メールの確認」を押したときに要求されます。' +
      '2要素認証を有効化できるのは確認済みのアドレスがあるときだけで、外部サインインで登録した場合は登録時に確認済みになります。',
    message: ({ contact, because }) =>
      `${contact} は未確認ですが、${because === 'enrolled' ? '確認済みのアドレスが必要な2要素認証が有効になっています' : '外部サインインで登録したときに確認済みになっていたはずです'}。その後アドレスが変更された可能性があります。変更しただけでは確認メールは送信されず、プロファイルの「電子メールの確認」を押すと送信されます。`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'プロファイルの「電子メールの確認」を押し、最後に届いたメールのリンクを開く。',
      },
    ],
  },
  sources: [
    sources.portalCode('Pages/Profile.aspx.cs; ChangeTwoFactor.aspx; LoginController.cs'),
    'derived: from columns that can only be set with a confirmed address',
  ],
  examples: {
    bad: [
      { change: { contacts: { taro: { identityTwoFactorEnabled: true } } } },
      { change: { contacts: { taro: { hasExternalIdentity: true } } } },
    ],
    good: [
      {},
      {
        change: {
          contacts: { taro: { identityTwoFactorEnabled: true, identityEmailAddress1Confirmed: true } },
        },
      },
    ],
  },
});
