// MC332: the mailbox sends with another account's login, which several servers refuse or answer by rewriting From.

import { loginUser } from '../delivery/login-user.ts';
import { readAddress } from '../mail/address.ts';
import { providerOf } from '../mail/known-hosts.ts';
import { productPages } from './admin-center.ts';
import { isKnownToSend, isSynchronized, nameOfProfile } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';
import { sendAsSteps, type Granting, type SendAsCase } from './send-as-words.ts';

export default defineRule({
  code: 'MC332',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'warning',
  check: (facts) => {
    const { mailbox, profile, effective } = facts;
    const address = mailbox.fields.emailAddress;
    const side = effective?.outgoing;
    // Over Exchange's own interfaces a service account acts for the mailbox: that is not this matter.
    if (side?.protocol !== 'smtp' || typeof address !== 'string' || !isSynchronized(facts, 'outgoing'))
      return [];
    const login = loginUser(mailbox, side);
    // A bare account name says nothing about its addresses.
    if (login === undefined || !readAddress(login).valid) return [];
    if (login.toLowerCase() === address.toLowerCase()) return [];
    const inProfile = side.credentialRetrieval === 'profile';
    const params: SendAsCase & { granting: Granting } = {
      mailbox: address,
      login,
      host: side.host ?? '',
      granting: grantingOf(side.host),
      credentialsIn: inProfile ? 'profile' : 'mailbox',
      profile: nameOfProfile(facts) ?? '',
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
      `${p.mailbox} sends through ${hostOr(p.host, 'its server')} with the login ${p.login}: the server may refuse that, or change From. If ${p.login} is only the sign-in name of the same account, nothing needs to be done.`,
    fix: (p) => [
      ...sendAsSteps(p.granting, p, 'en'),
      {
        who: 'system-administrator',
        do: `To see whether it is refused or rewritten: mailcheck test-mailbox ${p.mailbox}`,
      },
    ],
  },
  ja: {
    title: 'メールボックスとは別のアドレスのアカウントでログインして送信します',
    why:
      'サーバーは、ログインしたユーザーがそのアドレスから送信してよいかを確かめます。Exchangeでは「メールボックス所有者として送信する」権限、Postfixでは所有者の表、' +
      'ほかの事業者では確認済みのアドレスが必要です。ないと拒否される可能性があります(Exchange Onlineでは本文を渡した後)。Gmailでは、差出人が何の通知もなくログインしたアドレスに書き換えられる可能性があります。',
    message: (p) =>
      `${p.mailbox} は、${p.login} のログインで ${hostOr(p.host, 'サーバー')} から送信します。サーバーに拒否されるか、差出人を書き換えられる可能性があります。${p.login} が同じアカウントのサインイン名にすぎない場合は、対処は不要です。`,
    fix: (p) => [
      ...sendAsSteps(p.granting, p, 'ja'),
      {
        who: 'system-administrator',
        do: `拒否や書き換えがあるかは、テストで確かめられる: mailcheck test-mailbox ${p.mailbox}`,
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

function grantingOf(host: string | undefined): Granting {
  const provider = providerOf(host ?? '');
  return provider === 'Exchange Online' ? 'exchange' : provider === 'Gmail' ? 'gmail' : 'other';
}

function hostOr(host: string, otherwise: string): string {
  return host === '' ? otherwise : host;
}
