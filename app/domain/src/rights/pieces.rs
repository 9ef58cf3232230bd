//! The papers that go with a request.

use super::table::{Needed, needed};
use crate::entry::Piece;
use crate::lists::{PieceKind, Right};

/// The papers of a request for these rights, the indispensable ones first. A protected person's judgment goes with every
/// file.
pub fn pieces_for(rights: &[Right], protected: bool) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut add = |kind: PieceKind| {
        if !pieces.iter().any(|piece| piece.piece == Some(kind)) {
            pieces.push(Piece {
                piece: Some(kind),
                ..Piece::default()
            });
        }
    };
    let asked = |line: &&Needed| rights.iter().any(|right| line.goes_with(*right));
    for line in needed().iter().filter(asked).filter(|line| line.required) {
        add(line.piece);
    }
    if protected {
        add(PieceKind::Judgment);
    }
    for line in needed().iter().filter(asked).filter(|line| !line.required) {
        add(line.piece);
    }
    pieces
}

/// Whether a request for these rights is not complete without this paper.
pub fn is_required(piece: PieceKind, rights: &[Right]) -> bool {
    let about =
        |line: &&Needed| line.piece == piece && rights.iter().any(|right| line.goes_with(*right));
    piece == PieceKind::Judgment || needed().iter().filter(about).any(|line| line.required)
}

/// The number printed on the form, where there is one.
pub fn form_number(piece: PieceKind, rights: &[Right]) -> Option<&'static str> {
    let about =
        |line: &&Needed| line.piece == piece && rights.iter().any(|right| line.goes_with(*right));
    let form = needed().iter().filter(about).map(|line| line.form.as_str());
    form.into_iter().find(|form| !form.is_empty())
}
