// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/reportpictures.h"

#include "views/canvas/picturesheets.h"

namespace {

/// A4 upright within a report's margins, in pixels at 96 a inch; names can be read down to two
/// thirds of their size.
constexpr QSizeF paper(680, 920);
constexpr double readable = 1.5;
constexpr int mostSheets = 12;
constexpr double mostInReport = 40e6;  // In square pixels: some 100 tenants, 3 MB.
constexpr double overviewWidth = 2400;

QList<PictureSheet> sheetsOf(const Picture &picture, ReportForm form)
{
    const auto bounds = picture.scene().bounds();
    const auto place = Picture::place({bounds});
    if (form == ReportForm::Pages) {
        auto sheets = sheetsFor(picture, bounds, paper * readable);
        if (sheets.size() <= mostSheets)
            return sheets;
    } else if (place.width() * place.height() <= mostInReport) {
        return {{bounds}};
    }
    return {{bounds, overviewWidth / bounds.width()}};
}

}  // namespace

Result<QList<QByteArray>> reportPictures(
    const PictureSource &source, const Picture::Style &style, ReportForm form)
{
    return withPicture(source, style, [form](Picture &picture) -> Result<QList<QByteArray>> {
        QList<QByteArray> svgs;
        for (const auto &sheet : sheetsOf(picture, form)) {
            const auto file = writePicture(picture, PictureFormat::Svg, sheet);
            if (!file)
                return tl::unexpected(file.error());
            svgs.append(file->bytes);
        }
        return svgs;
    });
}
