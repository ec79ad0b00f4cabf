"""The profile built from its definition is the sRGB of a colour engine."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

from rapport.formats.pdf.archive import srgb_profile


def test_another_engine_sees_srgb() -> None:
    ours, theirs = ImageCms.ImageCmsProfile(BytesIO(srgb_profile())), ImageCms.createProfile("sRGB")
    colours = Image.frombytes("RGB", (64, 64), bytes(range(256)) * 48)
    laboratory = ImageCms.createProfile("LAB")
    seen = [ImageCms.profileToProfile(colours, profile, laboratory, outputMode="LAB") for profile in (ours, theirs)]
    assert seen[0] is not None
    assert seen[1] is not None
    assert seen[0].tobytes() == seen[1].tobytes()
    assert ImageCms.getProfileDescription(ours).strip() == "sRGB IEC61966-2.1"


def test_its_size_is_the_one_it_declares() -> None:
    profile = srgb_profile()
    assert len(profile) == int.from_bytes(profile[:4], "big") < 600
