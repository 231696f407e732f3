// Knows the five requests of Exchange Web Services that are made, as SOAP 1.1 bodies. Pure text; may not send them.
// https://learn.microsoft.com/exchange/client-developer/web-service-reference/ews-reference-for-exchange

import { escapeXml } from './xml.ts';

/** RequestServerVersion: the schema that the server is asked to speak. Newer servers speak older ones. */
export type EwsVersion =
  | 'Exchange2007'
  | 'Exchange2007_SP1'
  | 'Exchange2010'
  | 'Exchange2010_SP1'
  | 'Exchange2010_SP2'
  | 'Exchange2013';

export type EwsAccess = {
  version: EwsVersion;
  /** Of the mailbox. */
  address: string;
  /**
   * impersonation: a service account acts as the mailbox's owner (ExchangeImpersonation);
   * delegate: whoever logs in opens the mailbox by its address, which is his own or one that he has rights to;
   * own: whoever logs in opens his own.
   */
  as: 'impersonation' | 'delegate' | 'own';
};

/** DistinguishedFolderId, as far as they are looked into. */
export type EwsFolder = 'inbox' | 'junkemail';

/** The item's own id and the version of it that was read. */
export type EwsItemId = { id: string; changeKey?: string };

/** https://learn.microsoft.com/exchange/client-developer/web-service-reference/getfolder-operation */
export function getInbox(access: EwsAccess): string {
  return envelope(
    access,
    '<m:GetFolder><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape>' +
      `<m:FolderIds>${folderId(access, 'inbox')}</m:FolderIds></m:GetFolder>`,
  );
}

/**
 * SendOnly: no copy stays in Sent Items. The message is handed over as it is (MIME), with its own From and Message-ID.
 * https://learn.microsoft.com/exchange/client-developer/web-service-reference/createitem-operation-email-message
 */
export function sendMessage(access: EwsAccess, mimeInBase64: string): string {
  return envelope(
    access,
    '<m:CreateItem MessageDisposition="SendOnly"><m:Items><t:Message>' +
      `<t:MimeContent CharacterSet="UTF-8">${escapeXml(mimeInBase64)}</t:MimeContent>` +
      '</t:Message></m:Items></m:CreateItem>',
  );
}

/** https://learn.microsoft.com/exchange/client-developer/web-service-reference/finditem-operation */
export function findMessage(access: EwsAccess, folder: EwsFolder, internetMessageId: string): string {
  return envelope(
    access,
    '<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties>' +
      '<t:FieldURI FieldURI="message:InternetMessageId"/></t:AdditionalProperties></m:ItemShape>' +
      '<m:IndexedPageItemView MaxEntriesReturned="10" Offset="0" BasePoint="Beginning"/>' +
      '<m:Restriction><t:IsEqualTo><t:FieldURI FieldURI="message:InternetMessageId"/>' +
      `<t:FieldURIOrConstant><t:Constant Value="${escapeXml(internetMessageId)}"/></t:FieldURIOrConstant>` +
      `</t:IsEqualTo></m:Restriction><m:ParentFolderIds>${folderId(access, folder)}</m:ParentFolderIds></m:FindItem>`,
  );
}

/**
 * FindItem has no more of From than its display name; the address comes with the item itself.
 * https://learn.microsoft.com/exchange/client-developer/web-service-reference/getitem-operation-email-message
 */
export function getSender(access: EwsAccess, item: EwsItemId): string {
  return envelope(
    access,
    '<m:GetItem><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties>' +
      '<t:FieldURI FieldURI="message:InternetMessageId"/><t:FieldURI FieldURI="message:From"/>' +
      `</t:AdditionalProperties></m:ItemShape><m:ItemIds>${itemId(item)}</m:ItemIds></m:GetItem>`,
  );
}

/** https://learn.microsoft.com/exchange/client-developer/web-service-reference/deleteitem-operation */
export function deleteMessage(access: EwsAccess, item: EwsItemId): string {
  return envelope(
    access,
    `<m:DeleteItem DeleteType="HardDelete"><m:ItemIds>${itemId(item)}</m:ItemIds></m:DeleteItem>`,
  );
}

function itemId({ id, changeKey }: EwsItemId): string {
  const version = changeKey === undefined ? '' : ` ChangeKey="${escapeXml(changeKey)}"`;
  return `<t:ItemId Id="${escapeXml(id)}"${version}/>`;
}

function folderId({ as, address }: EwsAccess, folder: EwsFolder): string {
  const mailbox =
    as === 'delegate' ? `<t:Mailbox><t:EmailAddress>${escapeXml(address)}</t:EmailAddress></t:Mailbox>` : '';
  return `<t:DistinguishedFolderId Id="${folder}">${mailbox}</t:DistinguishedFolderId>`;
}

function envelope({ version, as, address }: EwsAccess, body: string): string {
  // https://learn.microsoft.com/exchange/client-developer/exchange-web-services/how-to-identify-the-account-to-impersonate
  const impersonation =
    as === 'impersonation'
      ? '<t:ExchangeImpersonation><t:ConnectingSID>' +
        `<t:PrimarySmtpAddress>${escapeXml(address)}</t:PrimarySmtpAddress>` +
        '</t:ConnectingSID></t:ExchangeImpersonation>'
      : '';
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"' +
    ' xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"' +
    ' xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages">' +
    `<soap:Header><t:RequestServerVersion Version="${version}"/>${impersonation}</soap:Header>` +
    `<soap:Body>${body}</soap:Body></soap:Envelope>`
  );
}
