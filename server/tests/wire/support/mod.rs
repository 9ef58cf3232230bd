//! A server of our own for each test, people who sign with real keys, and carnets.

pub mod authenticator;
pub mod carnet;
pub mod link;
pub mod person;
pub mod server;
pub mod smtp;

pub use carnet::Book;
pub use person::Person;
pub use server::{Answer, TestServer};
