//! What must stay true of the tree: who may import whom, where SQL, clocks and the environment may appear, how
//! long files get, which licences come in. Each rule is one test, and its failure says what to do.
#![cfg(test)]

mod clock;
mod environment;
mod features;
mod graph;
mod layout;
mod lengths;
mod licences;
mod locales;
mod pages;
mod paths;
mod sql;
mod tree;
