// MC438: a profile with Gmail OAuth lacks what that needs: the IMAP/SMTP type, Google's hosts, the client's id and secret.

import type { Where } from '../records/where.ts';
import { adminCenter } from './admin-center.ts';
import type { ProfileFacts } from './profile-questions.ts';
import { isGmail, nameOf, placeOfLocation, sidesOf } from './profile-questions.ts';
import type { Hit } from './rule.ts';
import { defineRule } from './rule.ts';

type Lack = 'type' | 'host' | 'secret' | 'client-id-record';
type Params = { profile: string; lacks: Lack };

export default defineRule({
  code: 'MC438',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts): Hit<Params>[] => {
    const oauth = sidesOf(facts).filter(({ side }) => side.credentialRetrieval === 'gmail-oauth');
    if (oauth.length === 0) return [];
    const { serverType } = facts.effective;
    const { isOauthClientSecretSet, oauthClientSecret, oauthClientId, oauthServiceAccount } =
      facts.profile.fields;
    const hit = (lacks: Lack, where: Where, severity?: Hit<Params>['severity']): Hit<Params> => ({
      params: { profile: nameOf(facts), lacks },
      where,
      ...(severity === undefined ? {} : { severity }),
    });
    if (serverType === undefined) return [];
    // The documented steps know one type; that another is refused is a conclusion (0x8005E23B EmailServerProfileInvalidAuthenticationProtocol).
    if (serverType !== 'imap-smtp') return [hit('type', facts.profile.where(['serverType']), 'warning')];
    const elsewhere = oauth.find(({ side }) => side.host !== undefined && !isGmail(side.host));
    return [
      ...(elsewhere === undefined
        ? []
        : [hit('host', placeOfLocation(facts, elsewhere.direction), 'warning')]),
      ...(isOauthClientSecretSet === false
        ? [hit('secret', facts.profile.where(['isOauthClientSecretSet']))]
        : []),
      // The secret says that a client is set up, a service account that none is needed from here; without any, nobody has written it down.
      ...(oauthClientId === undefined &&
      oauthServiceAccount === undefined &&
      oauthClientSecret === undefined &&
      !secretKnown(facts)
        ? [hit('client-id-record', facts.profile.where(['oauthClientId']), 'unknown')]
        : []),
    ];
  },
  en: {
    title: 'The Gmail OAuth profile is incomplete',
    why: 'With Gmail OAuth the platform signs in as an OAuth client of a Google project of your own: client ID and client secret belong to the profile, whose type is IMAP/SMTP and whose servers are imap.gmail.com and smtp.gmail.com. Another type may be refused (0x8005E23B EmailServerProfileInvalidAuthenticationProtocol).',
    message: ({ profile, lacks }) => `The Gmail OAuth profile "${profile}" ${lackWords.en[lacks]}.`,
    fix: ({ profile, lacks }) => [
      {
        secret: adminCenter.en.inProfile(
          profile,
          'enter the client ID and the client secret of the Google project (Google Cloud console > APIs & Services > Credentials) and save; then each mailbox user chooses "Sign in to Gmail".',
        ),
        'client-id-record': adminCenter.en.inRecord(
          `the profile "${profile}"`,
          'oauthClientId: as the platform shows, and isOauthClientSecretSet: true or false',
        ),
        host: adminCenter.en.inProfile(
          profile,
          'set the server locations to imap.gmail.com (993) and smtp.gmail.com (587) and save; for another provider choose another authentication.',
        ),
        type: {
          who: 'system-administrator' as const,
          do: `Create a profile of the type "IMAP/SMTP Server" with "Gmail OAuth" in place of "${profile}" and give it to the mailboxes; then each user chooses "Sign in to Gmail", and "Test & Enable Mailboxes" is run.`,
        },
      }[lacks],
    ],
  },
  ja: {
    title: 'Gmail OAuthのプロファイルに不足があります',
    why: 'Gmail OAuthでは、自社のGoogleプロジェクトのOAuthクライアントとしてサインインします。プロファイルの種類はIMAP/SMTP、サーバーはimap.gmail.comとsmtp.gmail.comで、クライアントIDとクライアント シークレットの両方が必要です。ほかの種類では拒否される可能性があります(0x8005E23B EmailServerProfileInvalidAuthenticationProtocol)。',
    message: ({ profile, lacks }) => `Gmail OAuthのプロファイル「${profile}」${lackWords.ja[lacks]}。`,
    fix: ({ profile, lacks }) => [
      {
        secret: adminCenter.ja.inProfile(
          profile,
          'GoogleプロジェクトのクライアントIDとクライアント シークレット(Google Cloudコンソール >「APIとサービス」>「認証情報」)を入力して保存する。そのあと各メールボックスのユーザーが「Gmail にサインイン」を選ぶ。',
        ),
        'client-id-record': adminCenter.ja.inRecord(
          `プロファイル「${profile}」`,
          'oauthClientId: 画面に表示されるクライアントID、isOauthClientSecretSet: true か false',
        ),
        host: adminCenter.ja.inProfile(
          profile,
          'サーバーの位置を imap.gmail.com(993)と smtp.gmail.com(587)にして保存する。Gmail以外のサーバーの場合は、別の認証方法を選ぶ。',
        ),
        type: {
          who: 'system-administrator' as const,
          do: `「${profile}」の代わりに、種類が「IMAP/SMTP サーバー」、認証が「Gmail OAuth」のプロファイルを作成してメールボックスに設定する。続けて各ユーザーが「Gmail にサインイン」を選び、「メールボックスのテストと有効化」を実行する。`,
        },
      }[lacks],
    ],
  },
  sources: ['https://learn.microsoft.com/power-platform/admin/connect-gmail-oauth2'],
  examples: {
    bad: [
      { change: gmail({ isOauthClientSecretSet: false }) },
      { change: gmail({ oauthClientId: undefined, isOauthClientSecretSet: undefined }) },
      { change: gmail({ serverType: 'pop3-smtp' }) },
      { change: gmail({ outgoingServerLocation: 'smtp.example.com' }) },
    ],
    good: [{ change: gmail({}) }],
  },
});

function secretKnown({ profile }: ProfileFacts): boolean {
  return profile.fields.isOauthClientSecretSet !== undefined;
}

function gmail(difference: Record<string, unknown>) {
  return {
    profiles: {
      contoso: {
        serverType: 'imap-smtp',
        incomingServerLocation: 'imap.gmail.com',
        outgoingServerLocation: 'smtp.gmail.com',
        incomingCredentialRetrieval: 'gmail-oauth',
        oauthClientId: '1234567890-example.apps.googleusercontent.com',
        isOauthClientSecretSet: true,
        ...difference,
      },
    },
  };
}

const lackWords: Record<'en' | 'ja', Record<Lack, string>> = {
  en: {
    type: 'is not of the type IMAP/SMTP, so it may be refused',
    host: "points to a server that is not Google's, which may not know its sign-in",
    secret: 'has no client secret',
    'client-id-record': 'may lack its OAuth client: the record names neither client ID nor client secret',
  },
  ja: {
    type: 'の種類がIMAP/SMTPではないため、拒否される可能性があります',
    host: 'のサーバーがGoogleのものではないため、サインインできない可能性があります',
    secret: 'にクライアント シークレットが設定されていません',
    'client-id-record': 'のクライアントIDとクライアント シークレットが、どちらも記録されていません',
  },
};
