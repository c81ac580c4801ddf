namespace CleanIssuing.Domain.SharedKernel;

internal static class DataFile
{
    public static IEnumerable<string[]> Lines(string name)
    {
        using var reader = new StreamReader(typeof(DataFile).Assembly.GetManifestResourceStream(typeof(DataFile), name)!);
        while (reader.ReadLine() is { } line)
            yield return line.Split('|');
    }
}
