// What Exchange Web Services and Autodiscover are asked, and what their answers are read as.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAllowedHost } from '../../src/core/mail/allowed-hosts.ts';
import { placesFor, poxRequest, readJsonAnswer, readPoxAnswer } from '../../src/core/mail/autodiscover.ts';
import {
  deleteMessage,
  findMessage,
  getSender,
  getInbox,
  sendMessage,
  type EwsAccess,
} from '../../src/core/mail/ews-request.ts';
import { readEwsAnswer } from '../../src/core/mail/ews-response.ts';
import { allOf, firstOf, textOf, type XmlElement } from '../../src/core/mail/xml.ts';
import { readXml } from '../../src/io/xml.ts';

function parsed(text: string): XmlElement {
  const root = readXml(text);
  if (root === undefined) throw new Error(`no XML: ${text.slice(0, 200)}`);
  return root;
}

const access: EwsAccess = {
  version: 'Exchange2010_SP2',
  address: 'o\'hara+"<&>"@example.com',
  as: 'impersonation',
};

describe('requests', () => {
  test.each([
    ['GetFolder', getInbox(access)],
    ['CreateItem', sendMessage(access, 'RnJvbTo=')],
    ['FindItem', findMessage(access, 'inbox', '<"&\'@example.com>')],
    ['GetItem', getSender(access, { id: 'AAMk"&=', changeKey: 'CQ==' })],
    ['DeleteItem', deleteMessage(access, { id: 'AAMk"&=', changeKey: 'CQ==' })],
  ])('%s is XML whatever the address, for the version and mailbox asked', (name, text) => {
    const root = parsed(text);
    expect(firstOf(root, name)).toBeDefined();
    expect(firstOf(root, 'RequestServerVersion')?.attributes.get('Version')).toBe('Exchange2010_SP2');
    expect(textOf(root, 'PrimarySmtpAddress')).toBe(access.address);
  });

  test('a message is sought by exactly its own Message-ID', () => {
    const root = parsed(findMessage(access, 'inbox', '<"&\'@example.com>'));
    expect(firstOf(root, 'Constant')?.attributes.get('Value')).toBe('<"&\'@example.com>');
    expect(allOf(root, 'IsEqualTo')).toHaveLength(1);
  });

  test('without impersonation the mailbox is opened by its address', () => {
    const root = parsed(getInbox({ ...access, as: 'delegate' }));
    expect(firstOf(root, 'ExchangeImpersonation')).toBeUndefined();
    expect(textOf(root, 'EmailAddress')).toBe(access.address);
  });

  test('what XML does not have is left out of it', () => {
    expect(textOf(parsed(poxRequest('a\0\u001b\ud800b@example.com')), 'EMailAddress')).toBe('ab@example.com');
  });
});

function response(inner: string, responseClass = 'Error'): string {
  return `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header/><s:Body>
    <m:GetFolderResponse xmlns:m="m" xmlns:t="t"><m:ResponseMessages><m:GetFolderResponseMessage ResponseClass="${responseClass}">
    ${inner}</m:GetFolderResponseMessage></m:ResponseMessages></m:GetFolderResponse></s:Body></s:Envelope>`;
}

describe('answers', () => {
  test('a refusal has its code and its words', () => {
    const text = response(
      '<m:MessageText>No such mailbox.</m:MessageText><m:ResponseCode>ErrorNonExistentMailbox</m:ResponseCode>',
    );
    expect(readEwsAnswer(parsed(text))).toEqual({
      ok: false,
      code: 'ErrorNonExistentMailbox',
      text: 'No such mailbox.',
      items: [],
    });
  });

  test('a busy server says for how long', () => {
    const text = response(
      `<m:MessageText>Busy.</m:MessageText><m:ResponseCode>ErrorServerBusy</m:ResponseCode>
       <m:MessageXml><t:Value Name="BackOffMilliseconds">297749</t:Value></m:MessageXml>`,
    );
    expect(readEwsAnswer(parsed(text))).toMatchObject({ code: 'ErrorServerBusy', backOff: 297_749 });
  });

  test('items found have their own Message-ID each', () => {
    const items = ['a', 'b'].map(
      (name) =>
        `<t:Message><t:ItemId Id="${name}" ChangeKey="k"/><t:InternetMessageId>&lt;${name}@x&gt;</t:InternetMessageId></t:Message>`,
    );
    const text = response(
      `<m:ResponseCode>NoError</m:ResponseCode><m:RootFolder><t:Items>${items.join('')}</t:Items></m:RootFolder>`,
      'Success',
    );
    expect(readEwsAnswer(parsed(text))).toMatchObject({
      ok: true,
      items: [
        { id: 'a', changeKey: 'k', internetMessageId: '<a@x>' },
        { id: 'b', changeKey: 'k', internetMessageId: '<b@x>' },
      ],
    });
  });

  test.each([
    [
      '<faultcode>a:ErrorImpersonateUserDenied</faultcode><faultstring>No permission.</faultstring>',
      'ErrorImpersonateUserDenied',
    ],
    [
      '<faultcode>soap:Server</faultcode><faultstring>No permission.</faultstring><detail><e:ResponseCode>ErrorAccessDenied</e:ResponseCode></detail>',
      'ErrorAccessDenied',
    ],
    ['<faultcode>soap:Client</faultcode><faultstring>No permission.</faultstring>', 'Client'],
  ])('a fault has a code', (inner, code) => {
    const text = `<s:Envelope><s:Body><s:Fault>${inner}</s:Fault></s:Body></s:Envelope>`;
    expect(readEwsAnswer(parsed(text))).toEqual({ ok: false, code, text: 'No permission.', items: [] });
  });

  test.each(['<html><body>Sign in</body></html>', '<s:Envelope><s:Body/></s:Envelope>'])(
    '%s is no answer',
    (text) => expect(readEwsAnswer(parsed(text))).toBeUndefined(),
  );

  test.each([
    ['', 'nothing'],
    ['<a><b></a>', 'not well-formed'],
    ['<a/><b/>', 'two roots'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'entities of its own'],
    [`${'<a>'.repeat(201)}${'</a>'.repeat(201)}`, 'nested too deep'],
  ])('%.20s is no XML: %s', (text) => expect(readXml(text)).toBeUndefined());
});

test('whatever comes is read or is none: nothing throws', () => {
  const piece = fc.constantFrom(
    ...'<Envelope> </Envelope> <Body> </Body> <Fault/> <ResponseMessages> </ResponseMessages> <M ResponseClass="Error"/>'.split(
      ' ',
    ),
    ...'<ItemId/> <Autodiscover> </Autodiscover> <Account/> <Error/> <![CDATA[ ]]> &lt; &#0; <!-- --> <?a?> <!DOCTYPE a>'.split(
      ' ',
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, (given) => {
      const root = readXml(given);
      readJsonAnswer(given);
      if (root === undefined) return;
      readEwsAnswer(root);
      readPoxAnswer(root);
    }),
    { numRuns: 2_000 },
  );
});

function pox(inner: string): string {
  return `<Autodiscover xmlns="r"><Response xmlns="a">${inner}</Response></Autodiscover>`;
}

describe('Autodiscover', () => {
  test.each([
    [
      'the address from outside comes before that from inside',
      `<Account><Protocol><Type>EXCH</Type><EwsUrl>https://in/EWS</EwsUrl></Protocol>
       <Protocol><Type>EXPR</Type><EwsUrl>https://out/EWS</EwsUrl></Protocol></Account>`,
      { found: 'https://out/EWS' },
    ],
    [
      'another address',
      '<Account><Action>redirectAddr</Action><RedirectAddr>a@contoso.mail.onmicrosoft.com</RedirectAddr></Account>',
      { redirectAddress: 'a@contoso.mail.onmicrosoft.com' },
    ],
    [
      'another place',
      '<Account><Action>redirectUrl</Action><RedirectUrl>https://x/a.xml</RedirectUrl></Account>',
      { redirectUrl: 'https://x/a.xml' },
    ],
    [
      'an error',
      '<Error><ErrorCode>500</ErrorCode><Message>The e-mail address cannot be found.</Message></Error>',
      { error: { code: '500', text: 'The e-mail address cannot be found.' } },
    ],
    ['no EWS', '<Account><Protocol><Type>WEB</Type></Protocol></Account>', { error: { code: '' } }],
  ])('%s', (_, inner, expected) => expect(readPoxAnswer(parsed(pox(inner)))).toMatchObject(expected));

  test.each([
    ['{"Protocol":"EWS","Url":"https://out/EWS"}', { found: 'https://out/EWS' }],
    ['{"ErrorCode":"UserNotFound","ErrorMessage":"no"}', { error: { code: 'UserNotFound', text: 'no' } }],
    ['{"__proto__":{"Url":"https://evil"}}', undefined],
    ['[]', undefined],
    ['null', undefined],
    ['<html>', undefined],
  ])('%s', (body, expected) => expect(readJsonAnswer(body)).toEqual(expected));

  test('is asked at two places of the domain, or at the one that the records name', () => {
    expect(placesFor('a@example.com', {}).map(({ url }) => url)).toEqual([
      'https://autodiscover.example.com/autodiscover/autodiscover.xml',
      'https://example.com/autodiscover/autodiscover.xml',
    ]);
    expect(placesFor('a@example.com', { autodiscover: 'https://localhost:1/' })).toEqual([
      { kind: 'pox', url: 'https://localhost:1/autodiscover/autodiscover.xml', address: 'a@example.com' },
    ]);
  });

  test('is asked nowhere for an address without a host name', () => {
    expect(placesFor('a@[10.0.0.1]', {})).toEqual([]);
  });

  test('is asked at Exchange Online first where the profile reaches into it, and there alone for a name of its own', () => {
    const exchangeOnline = 'https://outlook.office365.com';
    const [first, ...others] = placesFor('a/../b@example.com', { exchangeOnline });
    expect(first).toMatchObject({ kind: 'json' });
    expect(first?.url).toContain('/a%2F..%2Fb%40example.com?');
    expect(others.map(({ kind }) => kind)).toEqual(['pox', 'pox']);
    const tenant = 'a@contoso.mail.onmicrosoft.com';
    expect(placesFor(tenant, { exchangeOnline }).map(({ kind }) => kind)).toEqual(['json']);
    expect(placesFor(tenant, {})).toEqual([]);
  });
});

describe('hosts that may have the credential', () => {
  const allowed = (host: string, address: string, ...recorded: string[]) =>
    isAllowedHost(host, { address, recorded });

  test.each([
    ['mail.contoso.com', 'a@contoso.com', true],
    ['CONTOSO.com.', 'a@contoso.com', true],
    ['mail.contoso.com', 'a@sales.contoso.com', true],
    ['mail.contoso.co.jp', 'a@sales.contoso.co.jp', true],
    ['outlook.office365.com', 'a@contoso.com', true],
    ['autodiscover-s.outlook.com', 'a@contoso.com', true],
    ['mail.xn--r8jz45g.jp', 'a@例え.jp', true],
    ['evilcontoso.com', 'a@contoso.com', false],
    ['contoso.com.evil.example', 'a@contoso.com', false],
    ['evil.co.jp', 'a@contoso.co.jp', false],
    ['evil.com', 'a@contoso.com', false],
    ['mail.evil.tokyo.jp', 'a@contoso.tokyo.jp', false],
    ['evil.onmicrosoft.com', 'a@contoso.onmicrosoft.com', false],
    ['office365.com.evil.example', 'a@contoso.com', false],
    ['myoffice365.com', 'a@contoso.com', false],
    ['10.0.0.1', 'a@[10.0.0.1]', false],
  ])('%s for %s: %s', (host, address, expected) => expect(allowed(host, address)).toBe(expected));

  test('a host of the records is allowed, and only that one', () => {
    expect(allowed('localhost', 'a@contoso.com', 'localhost')).toBe(true);
    expect(allowed('a.localhost', 'a@contoso.com', 'localhost')).toBe(false);
  });
});
