import { Component } from "react";
import { createRoot } from "react-dom/client";
import { accounts } from "./accounts";

class Page extends Component {
  state = { member: accounts.member, books: [] };

  componentDidMount() {
    if (this.state.member) this.load();
  }

  load() {
    accounts.books().then((books) => this.setState({ books }));
  }

  enter = () => {
    accounts.login("Ann", "pw").then((member) => {
      this.setState({ member });
      this.load();
    });
  };

  leave = () => {
    accounts.logout();
    this.setState({ member: undefined });
  };

  render() {
    const { member, books } = this.state;
    if (!member) return <button onClick={this.enter}>in</button>;
    return (
      <p>
        {member.name}, {member.isReader ? "reader" : "nobody"}, {books.length} book <button onClick={this.leave}>out</button>
      </p>
    );
  }
}

createRoot(document.getElementById("app")).render(<Page />);
