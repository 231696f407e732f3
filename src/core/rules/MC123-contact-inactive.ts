// MC123: the contact is inactive.

import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC123',
  subject: 'path',
  stage: 'recipient',
  severity: 'warning',
  check: ({ path }) => {
    if (path.contact.found?.fields.state !== 'inactive') return [];
    const notFound = path.message.kind === 'password-reset';
    return [
      {
        params: { contact: contactName(path), notFound },
        where: path.contact.found.where(['state']),
        // For the others it is a conclusion; this look-up is the portal's own.
        ...(notFound ? { severity: 'error' as const } : {}),
      },
    ];
  },
  en: {
    title: 'The contact is inactive',
    why:
      'The portal looks for active contacts only: "Forgot password" does not find this one, and sign-in may be refused. ' +
      'A process may send to an inactive contact or not.',
    message: ({ contact, notFound }) =>
      notFound
        ? `${contact} is inactive, so "Forgot password" does not find it and asks for no mail.`
        : `${contact} is inactive, so the mail may not be asked for.`,
    fix: ({ contact }) => [
      { who: 'system-administrator', do: `Open the contact ${contact} and choose "Activate".` },
    ],
  },
  ja: {
    title: '取引先担当者が非アクティブです',
    why:
      'ポータルが検索するのはアクティブな取引先担当者だけです。「パスワードをお忘れですか」では見つからず、サインインも拒否されることがあります。' +
      'プロセスから送信されない可能性もあります。',
    message: ({ contact, notFound }) =>
      notFound
        ? `${contact} は非アクティブのため、「パスワードをお忘れですか」では見つからず、メールは要求されません。`
        : `${contact} は非アクティブのため、メールが要求されない可能性があります。`,
    fix: ({ contact }) => [
      { who: 'system-administrator', do: `取引先担当者 ${contact} を開き、「アクティブ化」を選ぶ。` },
    ],
  },
  sources: [
    sources.portalCode('LoginController.ForgotPassword, FindByEmail'),
    'derived: an inactive contact is not found by the portal',
  ],
  examples: {
    bad: [
      { change: { contacts: { taro: { state: 'inactive' } } } },
      {
        message: { kind: 'password-reset', to: 'taro@example.com' },
        change: { contacts: { taro: { state: 'inactive' } } },
      },
    ],
    good: [{ change: { contacts: { taro: { state: 'active' } } } }],
  },
});
