// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "views/canvas/picture.h"

/// What a picture shows, by value: it can be painted beside a document that goes on changing.
struct PictureSource
{
    Topology topology;
    Topology baseline;  ///< The topology itself where there is none.
    QDate today;        ///< Which waivers still count.
    Scene::Grouping grouping = Scene::Grouping::Type;
};

enum class PictureFormat : quint8 { Svg, Png, Pdf };
/// By the ending of a file's name; none for any other.
std::optional<PictureFormat> pictureFormat(const QString &path);

struct PictureFile
{
    QByteArray bytes;
    QString note;  ///< What it could not keep, such as its size; empty if nothing.
};

/// SVG and PDF keep texts and drawings as such. The same picture gives the same bytes, but for a
/// PDF's date. PNG has twice the pixels of the screen if that is not too large. What is too large
/// for PNG or SVG is shrunk; PDF of a picture that is larger than a poster has several pages. Needs
/// a QGuiApplication, for fonts; any thread.
Result<PictureFile> writePicture(Picture &picture, PictureFormat format, const PictureSheet &sheet);
/// All of it.
Result<PictureFile> writePicture(
    const PictureSource &source, PictureFormat format, const Picture::Style &style);

/// Makes the picture of a source, and does something with it.
template <class Use>
auto withPicture(const PictureSource &source, const Picture::Style &style, Use use)
{
    const Validator validator(source.topology, source.today);
    const Planner planner(source.baseline, source.topology, Matching::ById);
    Scene scene(source.topology);
    scene.setGrouping(source.grouping);
    Picture picture(scene, {source.topology, validator, planner}, style);
    return use(picture);
}
