// MC416: user name and password would cross the network unencrypted.

import { adminCenter, productPages } from './admin-center.ts';
import { deploymentOf, directionWords, isMailServer, nameOf, sidesOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC416',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    isMailServer(facts)
      ? sidesOf(facts)
          .filter(
            ({ direction, side }) =>
              side.tls === 'none' &&
              side.credentialRetrieval !== 'anonymous' &&
              // Where the platform refuses it anyway, MC402 says so.
              (facts.profile.fields[`${direction}UseSsl`] !== false || deploymentOf(facts) === 'on-premises'),
          )
          .map(({ direction }) => {
            const allowed = facts.profile.fields.allowClearTextCredentials === true;
            return {
              params: { profile: nameOf(facts), direction, allowed },
              where: facts.profile.where([
                facts.profile.fields[`${direction}Tls`] === undefined
                  ? `${direction}UseSsl`
                  : `${direction}Tls`,
              ]),
              ...(allowed ? { severity: 'warning' as const } : {}),
            };
          })
      : [],
  en: {
    title: 'The password would cross the network in clear text',
    why: 'Without TLS anybody between here and the server can read user name and password. No login is tried that way unless the record allows it in as many words. The platform itself may demand SSL for servers outside (0x8005E234 EmailServerProfileSslRequiredForOnPremise).',
    message: ({ profile, direction, allowed }) =>
      `The ${directionWords.en[direction]} connection of the server profile "${profile}" uses no TLS${allowed ? '; the password crosses the network readable, as allowClearTextCredentials permits' : ', so no login is tried'}.`,
    fix: ({ profile, direction }) => [
      {
        who: 'mail-server-administrator',
        do: `Offer TLS on the server: ${direction === 'incoming' ? '995 (POP3) or 993 (IMAP)' : '587 with STARTTLS or 465'}.`,
      },
      adminCenter.en.inProfile(
        profile,
        `set "Use SSL for ${direction === 'incoming' ? 'Incoming' : 'Outgoing'} Connection" to Yes and the matching port, save.`,
      ),
      {
        who: 'records-keeper',
        do: `Write the same into the record of "${profile}": ${direction}Tls: implicit or starttls. Only for a server on this machine or a closed network: allowClearTextCredentials: true`,
      },
    ],
  },
  ja: {
    title: 'パスワードが暗号化されずに送られます',
    why: 'TLSがないと、途中の誰でもユーザー名とパスワードを読み取れます。設定ファイルで明示的に許可しないかぎり、この方法でのログインは試しません。外部のサーバーにはSSLが必須とされる場合もあります(0x8005E234 EmailServerProfileSslRequiredForOnPremise)。',
    message: ({ profile, direction, allowed }) =>
      `サーバー プロファイル「${profile}」の${directionWords.ja[direction]}接続はTLSを使いません。${allowed ? 'allowClearTextCredentials で許可されているため、パスワードは平文で流れます。' : 'そのためログインは試しません。'}`,
    fix: ({ profile, direction }) => [
      {
        who: 'mail-server-administrator',
        do: `サーバーでTLSを使えるようにする(${direction === 'incoming' ? 'POP3は995、IMAPは993' : '587のSTARTTLSまたは465'})。`,
      },
      adminCenter.ja.inProfile(
        profile,
        `「${directionWords.ja[direction]}接続に SSL を使用する」を「はい」にし、対応するポートを入力して保存する。`,
      ),
      {
        who: 'records-keeper',
        do: `設定ファイルのサーバー プロファイル「${profile}」も同じ内容にする: ${direction}Tls: implicit または starttls。同じマシンや閉じたネットワークのサーバーに限り allowClearTextCredentials: true でもよい。`,
      },
    ],
  },
  sources: ['RFC 8314 section 3', 'RFC 4954 section 4', productPages.errorCodes],
  examples: {
    bad: [
      { change: { profiles: { contoso: { outgoingTls: 'none' } } } },
      { change: { profiles: { contoso: { outgoingTls: 'none', allowClearTextCredentials: true } } } },
    ],
    good: [{ change: { profiles: { contoso: { outgoingTls: 'starttls' } } } }],
  },
});
