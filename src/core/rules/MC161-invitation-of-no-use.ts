// MC161: the invitation has expired or carries no code: its mail arrives and cannot be redeemed.

import { invitationsToSend } from '../delivery/invitation.ts';
import { invitation } from './invitation-example.ts';
import { sources } from './path-names.ts';
import type { Invitation } from '../records/invitation.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC161',
  subject: 'path',
  stage: 'request',
  severity: 'warning',
  check: ({ path, records, now }) => {
    const contact = path.contact.found;
    if (path.message.kind !== 'invitation' || contact === undefined) return [];
    const invitations = invitationsToSend(records, contact);
    // One that can be redeemed is the one that is sent; those before it are history.
    if (invitations.some(({ fields }) => faultOf(fields, now) === undefined)) return [];
    return invitations.flatMap((invitation) => {
      const fault = faultOf(invitation.fields, now);
      if (fault === undefined) return [];
      const { key, ...params } = fault;
      return [
        {
          params: { ...params, invitation: invitation.fields.name ?? invitation.id },
          where: invitation.where([key]),
        },
      ];
    });
  },
  en: {
    title: 'The invitation cannot be redeemed',
    why: 'Send Invitation sends whatever the invitation holds. One that has expired, is inactive or has no invitation code arrives with a link that the portal does not accept.',
    message: ({ invitation, because, day }) =>
      `The invitation "${invitation}" ${because === 'expired' ? `expired on ${day}` : because === 'inactive' ? 'is inactive' : 'has no invitation code'}: its mail arrives, but the link cannot be used.`,
    fix: ({ invitation, because }) => [
      {
        who: 'portal-administrator',
        do:
          because === 'expired'
            ? `In the Portal Management app open "Invitations" > "${invitation}", set "Expiry Date" to a day to come or clear it, and choose "Send Invitation" again.`
            : `In the Portal Management app create a new invitation for this contact (the code is made when it is saved) and choose "Send Invitation".`,
      },
    ],
  },
  ja: {
    title: 'この招待は使えません',
    why: '「Send Invitation」は招待の内容をそのまま送信します。期限切れ、非アクティブ、または招待コードのない招待では、メールが届いてもリンクは受け付けられません。',
    message: ({ invitation, because, day }) =>
      `招待「${invitation}」は${because === 'expired' ? ` ${day} に期限が切れています` : because === 'inactive' ? '非アクティブです' : '招待コードがありません'}。メールは届きますが、リンクは使えません。`,
    fix: ({ invitation, because }) => [
      {
        who: 'portal-administrator',
        do:
          because === 'expired'
            ? `ポータル管理アプリの「招待」で「${invitation}」を開き、「有効期限」を先の日付にするか空にして、「Send Invitation」を実行し直す。`
            : 'ポータル管理アプリでこの取引先担当者への招待を新しく作成し(招待コードは保存時に作られる)、「Send Invitation」を実行する。',
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
          invitations: { first: { contact: 'taro', status: 'sent', expiryDate: '2026-11-01T00:00:00Z' } },
        },
      },
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: {
          processes: { invitation },
          invitations: { first: { contact: 'taro', status: 'new', hasInvitationCode: false } },
        },
      },
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: {
          processes: { invitation },
          invitations: { first: { contact: 'taro', status: 'inactive' } },
        },
      },
    ],
    good: [
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: {
          processes: { invitation },
          invitations: {
            first: {
              contact: 'taro',
              status: 'sent',
              expiryDate: '2026-12-01T00:00:00Z',
              hasInvitationCode: true,
            },
          },
        },
      },
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: {
          processes: { invitation },
          invitations: {
            first: { contact: 'taro', status: 'sent', expiryDate: '2026-11-01T00:00:00Z' },
            second: { contact: 'taro', status: 'sent', expiryDate: '2026-12-01T00:00:00Z' },
          },
        },
      },
    ],
  },
});

type Fault = { because: 'expired' | 'inactive' | 'no-code'; key: keyof Invitation; day: string };

function faultOf({ status, expiryDate, hasInvitationCode }: Invitation, now: Date): Fault | undefined {
  if (status === 'redeemed') return undefined;
  if (expiryDate !== undefined && Date.parse(expiryDate) <= now.getTime())
    return { because: 'expired', key: 'expiryDate', day: expiryDate.slice(0, 10) };
  if (status === 'inactive') return { because: 'inactive', key: 'status', day: '' };
  return hasInvitationCode === false ? { because: 'no-code', key: 'hasInvitationCode', day: '' } : undefined;
}
