// A passkey holder that needs no finger. It belongs to its tab: it survives reloads and cleared storage, and
// another tab does not see it.

/** Adds one before any ceremony. `prf: false` gives one that knows passkeys but no PRF. */
export async function addAuthenticator(page, { prf = true } = {}) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: prf,
    },
  });
  return {
    /** The passkeys that it holds. */
    async passkeys() {
      const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId });
      return credentials;
    },
    /** Whether the person proves to be there, or turns away. */
    async verified(yes) {
      await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: yes });
    },
    /** Is gone, with all its passkeys, as a lost phone. Another can be added in its place. */
    async remove() {
      await cdp.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
      await cdp.send("WebAuthn.disable");
    },
  };
}
