//! Recording a voice. The microphone is open from the button to the button, and the bytes stay in this window until they are
//! sealed.

use futures::channel::oneshot;
use js_sys::Array;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use store::PickedFile;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobEvent, DomException, File, FilePropertyBag, MediaRecorder, MediaRecorderOptions,
    MediaStream, MediaStreamConstraints, MediaStreamTrack,
};

/// Forms of sound, the smaller first; each with the ending of its files.
const FORMS: [(&str, &str); 3] = [
    ("audio/webm;codecs=opus", "webm"),
    ("audio/ogg;codecs=opus", "ogg"),
    ("audio/mp4", "m4a"),
];
/// Enough for speech: a minute is some 240 kB.
const BITS: u32 = 32_000;

/// Why nothing is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The person, or the browser for them, said no.
    Refused,
    /// There is no microphone.
    NoMicrophone,
    /// This browser does not record.
    Unable,
}

/// A recording that goes on. It ends, and the microphone closes, at the latest when this is dropped.
pub(crate) struct Recording {
    recorder: MediaRecorder,
    stream: MediaStream,
    parts: Rc<RefCell<Array>>,
    form: (&'static str, &'static str),
    ended: Cell<Option<oneshot::Receiver<()>>>,
    _heard: Closure<dyn FnMut(BlobEvent)>,
    _stopped: Closure<dyn FnMut()>,
}

/// Asks for the microphone and starts.
pub(crate) async fn record() -> Result<Recording, Refusal> {
    let form = FORMS
        .into_iter()
        .find(|(mime, _)| supported(mime))
        .ok_or(Refusal::Unable)?;
    let devices = window()
        .navigator()
        .media_devices()
        .map_err(|_| Refusal::Unable)?;
    let wanted = MediaStreamConstraints::new();
    wanted.set_audio(&JsValue::TRUE);
    let asked = devices
        .get_user_media_with_constraints(&wanted)
        .map_err(|_| Refusal::Unable)?;
    let stream: MediaStream = JsFuture::from(asked)
        .await
        .map_err(|error| why(&error))?
        .unchecked_into();
    start(stream.clone(), form).map_err(|_| {
        close(&stream);
        Refusal::Unable
    })
}

fn supported(mime: &str) -> bool {
    let there = js_sys::Reflect::has(&js_sys::global(), &JsValue::from_str("MediaRecorder"));
    there.unwrap_or(false) && MediaRecorder::is_type_supported(mime)
}

fn why(error: &JsValue) -> Refusal {
    let name = error
        .dyn_ref::<DomException>()
        .map_or_else(String::new, DomException::name);
    match name.as_str() {
        "NotFoundError" | "NotReadableError" => Refusal::NoMicrophone,
        _ => Refusal::Refused,
    }
}

fn start(stream: MediaStream, form: (&'static str, &'static str)) -> Result<Recording, JsValue> {
    let options = MediaRecorderOptions::new();
    options.set_mime_type(form.0);
    options.set_audio_bits_per_second(BITS);
    let recorder =
        MediaRecorder::new_with_media_stream_and_media_recorder_options(&stream, &options)?;
    let parts = Rc::new(RefCell::new(Array::new()));
    let gathered = parts.clone();
    let heard = Closure::new(move |event: BlobEvent| {
        if let Some(part) = event.data() {
            gathered.borrow().push(&part);
        }
    });
    let (end, ended) = oneshot::channel();
    let mut end = Some(end);
    let stopped = Closure::new(move || {
        if let Some(end) = end.take() {
            // Nobody waits if the page has gone.
            let _ = end.send(());
        }
    });
    recorder.set_ondataavailable(Some(heard.as_ref().unchecked_ref()));
    recorder.set_onstop(Some(stopped.as_ref().unchecked_ref()));
    recorder.start()?;
    Ok(Recording {
        recorder,
        stream,
        parts,
        form,
        ended: Cell::new(Some(ended)),
        _heard: heard,
        _stopped: stopped,
    })
}

impl Recording {
    /// Ends it, and gives what was said as a file of this name.
    pub(crate) async fn stop(self, name: &str) -> Option<PickedFile> {
        let ended = self.ended.take()?;
        self.recorder.stop().ok()?;
        ended.await.ok()?;
        close(&self.stream);
        let mime = self.form.0.split(';').next().unwrap_or_default();
        let properties = FilePropertyBag::new();
        properties.set_type(mime);
        let name = format!("{name}.{}", self.form.1);
        let parts = self.parts.borrow();
        let file = File::new_with_blob_sequence_and_options(&parts, &name, &properties).ok()?;
        let blob: &Blob = &file;
        (blob.size() > 0.0).then(|| super::files::of_file(file, mime))
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        self.recorder.set_ondataavailable(None);
        self.recorder.set_onstop(None);
        close(&self.stream);
    }
}

/// The sign of the microphone in the browser goes out.
fn close(stream: &MediaStream) {
    for track in stream.get_tracks() {
        if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
            track.stop();
        }
    }
}
