describe('orders', () => {
  it('sends the token', () => {
    cy.intercept('GET', '**/orders').as('orders');
    cy.visit('/', {
      onBeforeLoad(win) {
        win.localStorage.setItem('token', 'abc');
      },
    });
    cy.wait('@orders').its('request.headers.authorization').should('match', /^Bearer /);
    cy.wait('@orders').its('request.headers.accept').should('exist');
  });
});
