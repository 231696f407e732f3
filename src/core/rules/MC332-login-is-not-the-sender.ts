// MC332: the mailbox sends with another account's login, which several servers refuse or answer by rewriting From.

import { loginUser } from '../delivery/login-user.ts';
import type { EffectiveDirection } from '../records/profile-defaults.ts';
import type { Entry } from '../records/records.ts';
import { readAddress } from '../mail/address.ts';
import { providerOf } from '../mail/known-hosts.ts';
import { productPages } from './admin-center.ts';
import type { MailboxFacts } from './facts.ts';
import { isKnownToSend, nameOf, nameOfProfile } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';
import { sendAsSteps, type Granting, type SendAsCase } from './send-as-words.ts';

export default defineRule({
  code: 'MC332',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'warning',
  check: (facts) => {
    const { mailbox, profile, effective } = facts;
    const side = effective?.outgoing;
    // A test sends and sees for itself. Over Exchange's own interfaces a service account acts for the mailbox: no matter of this.
    if (facts.purpose === 'test' || side?.protocol !== 'smtp') return [];
    const login = differingLogin(mailbox, side);
    if (login === undefined) return [];
    const inProfile = side.credentialRetrieval === 'profile';
    // The profile's one login is one matter, however many mailboxes have it.
    const alike = inProfile && facts.purpose === 'check' ? alikeIn(facts, side) : [mailbox];
    if (alike[0] !== mailbox) return [];
    const params: SendAsCase & { granting: Granting; others: number } = {
      mailbox: nameOf(facts),
      login,
      host: side.host ?? '',
      granting: grantingOf(side.host),
      credentialsIn: inProfile ? 'profile' : 'mailbox',
      profile: nameOfProfile(facts) ?? '',
      others: alike.length - 1,
    };
    const where = inProfile ? profile?.where([`${side.credentialsOf}UserName`]) : mailbox.where(['userName']);
    // It has sent already: what is left is that From may arrive as another one.
    return [{ params, where, ...(isKnownToSend(facts) ? { severity: 'information' as const } : {}) }];
  },
  en: {
    title: 'The mailbox sends with the login of another address',
    why:
      'Servers look at whether a login may send from an address. Exchange wants "Send as", Postfix its table of owners, and other ' +
      "providers a confirmed address; without it they may refuse the mail, Exchange Online only after it has been handed over. Gmail may put the login's own " +
      'address in From without a word.',
    message: (p) =>
      `${p.mailbox}${p.others === 0 ? '' : ` (and ${p.others} more of the server profile "${p.profile}")`} sends through ${hostOr(p.host, 'its server')} with the login ${p.login}: the server may refuse that, or change From. If ${p.login} is only the sign-in name of the same account, nothing needs to be done.`,
    fix: (p) => [
      ...sendAsSteps(p.granting, p, 'en'),
      {
        who: 'system-administrator',
        do: `To see whether it is refused or rewritten: mailcheck test-mailbox ${p.mailbox}`,
      },
      {
        who: 'mailbox-user',
        do: `Where to look for what was sent: the server may keep the copy in "Sent Items" of ${p.login}, and not of ${p.mailbox}.`,
      },
    ],
  },
  ja: {
    title: 'メールボックスとは別のアドレスのアカウントでログインして送信します',
    why:
      'サーバーは、ログインしたユーザーがそのアドレスから送信してよいかを確かめます。Exchangeでは「メールボックス所有者として送信する」権限、Postfixでは所有者の表、' +
      'ほかの事業者では確認済みのアドレスが必要です。ないと拒否される可能性があります(Exchange Onlineでは本文を渡した後)。Gmailでは、差出人が何の通知もなくログインしたアドレスに書き換えられる可能性があります。',
    message: (p) =>
      `${p.mailbox}${p.others === 0 ? '' : `(ほか、サーバー プロファイル「${p.profile}」の${p.others}件)`} は、${p.login} のログインで ${hostOr(p.host, 'サーバー')} から送信します。サーバーに拒否されるか、差出人を書き換えられる可能性があります。${p.login} が同じアカウントのサインイン名にすぎない場合は、対処は不要です。`,
    fix: (p) => [
      ...sendAsSteps(p.granting, p, 'ja'),
      {
        who: 'system-administrator',
        do: `拒否や書き換えがあるかは、テストで確かめられる: mailcheck test-mailbox ${p.mailbox}`,
      },
      {
        who: 'mailbox-user',
        do: `送信したメールの控えは、${p.mailbox} ではなく ${p.login} の「送信済みアイテム」に残る可能性がある。探すときはそちらも見る。`,
      },
    ],
  },
  sources: [
    'RFC 6409 §6.1, §8.1',
    'https://learn.microsoft.com/powershell/module/exchange/add-recipientpermission',
    'https://www.postfix.org/postconf.5.html#smtpd_sender_login_maps',
    'https://support.google.com/mail/answer/22370',
    productPages.passwordProfiles,
  ],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { userName: 'relay@example.com', outgoingEmailStatus: 'not-run' } } } },
      { change: { mailboxes: { admin: { userName: 'relay@example.com' } } } },
      {
        change: {
          profiles: {
            contoso: {
              outgoingServerLocation: 'smtp.office365.com',
              incomingCredentialRetrieval: 'profile',
              incomingUserName: 'crm@example.com',
              isIncomingPasswordSet: true,
            },
          },
        },
      },
      {
        change: {
          profiles: { contoso: { outgoingServerLocation: 'smtp.gmail.com' } },
          mailboxes: { admin: { userName: 'relay@gmail.com' } },
        },
      },
    ],
    good: [
      // A live test shows what comes of it.
      { change: { mailboxes: { admin: { userName: 'relay@example.com' } } }, purpose: 'test' },
      { change: { mailboxes: { admin: { userName: 'Admin@Example.com' } } } },
      { change: { mailboxes: { admin: { userName: 'CONTOSO\\admin' } } } },
      {
        change: {
          profiles: { contoso: { serverType: 'exchange-server' } },
          mailboxes: { admin: { userName: 'relay@example.com' } },
        },
      },
    ],
  },
});

/** The login's address, where it is one and not the mailbox's own. A bare account name says nothing about its addresses. */
function differingLogin(mailbox: Entry<'mailboxes'>, side: EffectiveDirection): string | undefined {
  const { emailAddress: address, outgoingEmailDeliveryMethod: method } = mailbox.fields;
  if (typeof address !== 'string' || method !== 'server-side-synchronization') return undefined;
  const login = loginUser(mailbox, side);
  if (login === undefined || !readAddress(login).valid) return undefined;
  return login.toLowerCase() === address.toLowerCase() ? undefined : login;
}

/** All mailboxes of the profile that send with its login and have another address; those not known to send first. */
function alikeIn({ mailbox, records }: MailboxFacts, side: EffectiveDirection): Entry<'mailboxes'>[] {
  const alike = records.mailboxes.filter(
    (other) => other.fields.profile === mailbox.fields.profile && differingLogin(other, side) !== undefined,
  );
  return alike.toSorted(
    (one, other) => Number(isKnownToSend({ mailbox: one })) - Number(isKnownToSend({ mailbox: other })),
  );
}

function grantingOf(host: string | undefined): Granting {
  const provider = providerOf(host ?? '');
  return provider === 'Exchange Online' ? 'exchange' : provider === 'Gmail' ? 'gmail' : 'other';
}

function hostOr(host: string, otherwise: string): string {
  return host === '' ? otherwise : host;
}
