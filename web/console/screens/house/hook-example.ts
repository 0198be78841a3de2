// A message that a shell signs and sends as it stands: what another system has to do, in six lines.

/** For any shell with openssl and curl. It names a customer and no fact, so that it changes nothing. Source: Standard Webhooks 1.0, "Signature scheme". */
export const hookExample = (url: string, secret: string, customer: string): string =>
  [
    `secret='${secret}'`,
    `body='${JSON.stringify({ organisation: customer, facts: {} }).replaceAll("'", "'\\''")}'`,
    "id=msg_$(date +%s); at=$(date +%s)",
    `key=$(printf %s "\${secret#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')`,
    `sign=$(printf %s "$id.$at.$body" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)`,
    `curl -sS '${url}' -H 'content-type: application/json' \\`,
    `  -H "webhook-id: $id" -H "webhook-timestamp: $at" -H "webhook-signature: v1,$sign" -d "$body"`,
  ].join("\n");
