import CourseContent

extension ContentRenderer {
    /// The file that a path names, kept among those that the body refers to; `nil` inside for one that could not be read, which is reported.
    mutating func item(_ path: String, as use: AssetLibrary.Use) -> Result<AssetLibrary.Item?, AssetLibrary.Refusal> {
        let found = links.assets.item(path, from: scope.source.file, as: use)
        if case .success(let item?) = found {
            if !assets.contains(item.asset.digest) { assets.append(item.asset.digest) }
            let file = KeptBody.File(path: path, use: use, digest: item.asset.digest)
            if !files.contains(file) { files.append(file) }
        }
        return found
    }

    /// A sound that is heard in a question; `nil` when there is none or it is something else, which is reported where the key stands.
    mutating func sound(_ path: String, at position: SourcePosition) -> CourseAsset? {
        switch item(path, as: .media) {
        case .failure(let refusal):
            scope.report(refusal.finding, at: position)
            return nil
        case .success(let item):
            guard let asset = item?.asset else { return nil }
            guard asset.mediaType.hasPrefix("audio/") else {
                scope.report(.noSound(path), at: position)
                return nil
            }
            return asset
        }
    }
}
