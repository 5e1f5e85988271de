describe('orders', () => {
  it('sends the token', () => {
    cy.intercept('GET', '**/orders').as('orders');
    cy.visit('/', {
      onBeforeLoad(win) {
        win.localStorage.setItem('token', 'abc');
      },
    });
    // TODO(httponly): no header carries a token any more. Expect the request to carry credentials instead. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
    cy.wait('@orders').its('request.headers.authorization').should('match', /^Bearer /);
    cy.wait('@orders').its('request.headers.accept').should('exist');
  });
});
