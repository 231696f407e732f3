// MC160: the invitation has been redeemed, so its code is used up and no further mail is due.

import { invitationsOf } from '../delivery/invitation.ts';
import { invitation } from './invitation-example.ts';
import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC160',
  subject: 'path',
  stage: 'request',
  severity: 'not-requested',
  check: ({ path, records }) => {
    const contact = path.contact.found;
    if (path.message.kind !== 'invitation' || contact === undefined) return [];
    const invitations = invitationsOf(records, contact);
    const redeemed = invitations.filter(
      ({ fields }) => fields.status === 'redeemed' && fields.type !== 'group',
    );
    const [first] = redeemed;
    return first !== undefined && redeemed.length === invitations.length
      ? [
          {
            params: { contact: contactName(path), invitation: first.fields.name ?? first.id },
            where: first.where(['status']),
          },
        ]
      : [];
  },
  en: {
    title: 'The invitation has been redeemed already',
    why: 'The code of a single invitation can be used once. After that the contact has an account and signs in; a further mail with the same code would be of no use.',
    message: ({ contact, invitation }) =>
      `The invitation "${invitation}" of ${contact} has been redeemed, so no further mail is due.`,
    fix: () => [
      { who: 'portal-visitor', do: 'Sign in; if the password is forgotten, choose "Forgot password".' },
      {
        who: 'portal-administrator',
        do: 'For another account create a new invitation in the Portal Management app and choose "Send Invitation".',
      },
    ],
  },
  ja: {
    title: '招待はすでに使用されています',
    why: '1人用の招待コードは一度しか使えません。使用後はアカウントがあるので、サインインします。同じコードのメールを送り直しても使えません。',
    message: ({ contact, invitation }) =>
      `${contact} への招待「${invitation}」は使用済みのため、送信の必要はありません。`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'サインインする。パスワードを忘れた場合は「パスワードを忘れた場合」を使う。',
      },
      {
        who: 'portal-administrator',
        do: '別のアカウントが必要な場合は、ポータル管理アプリで新しい招待を作成し、「Send Invitation」を実行する。',
      },
    ],
  },
  sources: [sources.invitation],
  examples: {
    bad: [
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: {
          processes: { invitation },
          invitations: { first: { name: 'Welcome', contact: 'taro', status: 'redeemed', type: 'single' } },
        },
      },
    ],
    good: [
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: { processes: { invitation }, invitations: { first: { contact: 'taro', status: 'sent' } } },
      },
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: {
          processes: { invitation },
          invitations: {
            first: { contact: 'taro', status: 'redeemed' },
            second: { contact: 'taro', status: 'new' },
          },
        },
      },
    ],
  },
});
