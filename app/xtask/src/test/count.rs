//! Counts what the test runners say, while passing it on.

use crate::run::{Trouble, shown};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// What all runners said together.
#[derive(Default, Debug, PartialEq, Eq)]
pub struct Count {
    passed: u64,
    failed: u64,
    skipped: u64,
    /// Runners that ended badly.
    broken: Vec<String>,
}

impl Count {
    /// Runs one runner to its end and adds up its closing lines.
    pub fn run(&mut self, runner: &mut Command) -> Result<(), Trouble> {
        let words = shown(runner);
        let mut child = runner
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| Trouble::with(&words, error))?;
        if let Some(printed) = child.stdout.take() {
            for line in BufReader::new(printed).lines().map_while(Result::ok) {
                println!("{line}");
                self.take(&line);
            }
        }
        let status = child.wait().map_err(|error| Trouble::with(&words, error))?;
        if !status.success() {
            self.broken.push(format!("{words}: {status}"));
        }
        Ok(())
    }

    /// The closing words: the sum, and trouble unless everything ran and passed.
    pub fn verdict(self) -> Result<(), Trouble> {
        println!(
            "\n{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        );
        if !self.broken.is_empty() {
            return Err(Trouble::new(self.broken.join("\n")));
        }
        if self.skipped > 0 {
            return Err(Trouble::new("Tests were skipped: none may be."));
        }
        if self.passed == 0 || self.failed > 0 {
            return Err(Trouble::new("Not every test passed."));
        }
        Ok(())
    }

    /// Reads one line: cargo's `test result: ok. 3 passed; 0 failed; 1 ignored; …`, or node's `ℹ pass 3`.
    fn take(&mut self, line: &str) {
        if let Some((_, sums)) = line
            .split_once("test result: ")
            .and_then(|(_, sums)| sums.split_once(". "))
        {
            for sum in sums.split("; ") {
                match sum.split_once(' ') {
                    Some((number, "passed")) => self.passed += read(number),
                    Some((number, "failed")) => self.failed += read(number),
                    Some((number, "ignored")) => self.skipped += read(number),
                    _ => {}
                }
            }
        } else if let Some((kind, number)) =
            line.strip_prefix("ℹ ").and_then(|sum| sum.split_once(' '))
        {
            match kind {
                "pass" => self.passed += read(number),
                "fail" | "cancelled" => self.failed += read(number),
                "skipped" | "todo" => self.skipped += read(number),
                _ => {}
            }
        }
    }
}

fn read(number: &str) -> u64 {
    number.trim().parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_both_runners_add_up() {
        let mut count = Count::default();
        for line in [
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.1s",
            "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
            "ℹ pass 5",
            "ℹ fail 1",
            "ℹ skipped 2",
            "anything else",
        ] {
            count.take(line);
        }
        assert_eq!(
            count,
            Count {
                passed: 12,
                failed: 3,
                skipped: 3,
                broken: vec![]
            }
        );
    }
}
