//! A PDF of one page with a title and lines (ISO 32000-1: Helvetica, WinAnsi encoding, plain cross-reference table).

pub(super) fn one_page(title: &str, lines: &[&str]) -> Vec<u8> {
    let mut content = Vec::new();
    content.extend(b"BT /F2 16 Tf 56 780 Td (");
    content.extend(win_ansi(title));
    content.extend(b") Tj /F1 11 Tf 0 -30 Td 16 TL\n");
    for line in lines
        .iter()
        .copied()
        .chain(["", "Document d'exemple : Théo n'existe pas."])
    {
        content.extend(b"(");
        content.extend(win_ansi(line));
        content.extend(b") Tj T*\n");
    }
    content.extend(b"ET");

    let stream = [
        format!("<< /Length {} >>\nstream\n", content.len()).into_bytes(),
        content,
        b"\nendstream".to_vec(),
    ];
    let font = |name: &str| {
        format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
    };
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>"
            .to_vec(),
        stream.concat(),
        font("Helvetica").into_bytes(),
        font("Helvetica-Bold").into_bytes(),
    ];

    let mut pdf = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n", number + 1).into_bytes());
        pdf.extend(object);
        pdf.extend(b"\nendobj\n");
    }
    let table = pdf.len();
    pdf.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        pdf.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let size = objects.len() + 1;
    pdf.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n")
            .into_bytes(),
    );
    pdf
}

/// A text as the inside of a PDF string.
fn win_ansi(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    for c in text.chars() {
        let byte = match c {
            '€' => 0x80,
            '…' => 0x85,
            '’' => 0x92,
            '–' => 0x96,
            'œ' => 0x9c,
            c => u8::try_from(u32::from(c)).unwrap_or(b'?'),
        };
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
            0x20..=0x7e => out.push(byte),
            _ => out.extend(format!("\\{byte:03o}").into_bytes()),
        }
    }
    out
}
