using System.Globalization;
using System.Text;

namespace ComplianceHub.Components.Controls;

/// <summary>Where the lines of a <see cref="StepTrend"/> run; 960 by 206 units, the scores of the band limits as grid.</summary>
internal sealed class StepTrendDrawing(DateOnly from, DateOnly to, IReadOnlyList<TrendSeries> series)
{
    private const double Left = 40, Right = 862, Top = 20, Bottom = 168;

    private readonly int _lowest = Math.Max(0, series.SelectMany(line => line.Steps).Select(step => step.Score ?? 100).DefaultIfEmpty(100).Min() is var min && min > 45 ? 40 : min - 5);

    /// <summary>The band limits that are in sight.</summary>
    public IEnumerable<int> Grid => new[] { 0, 50, 75, 90 }.Where(score => score >= _lowest);

    /// <summary>The first days of the months between both ends, thinned to at most twelve names.</summary>
    public IEnumerable<DateOnly> Months
    {
        get
        {
            var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
            var each = Math.Max(1, (int)Math.Ceiling((months + 1) / 13.0));
            for (var month = new DateOnly(from.Year, from.Month, 1).AddMonths(from.Day == 1 ? 0 : 1); month <= to; month = month.AddMonths(each))
                yield return month;
        }
    }

    /// <summary>The horizontal place of a day.</summary>
    public double X(DateOnly day) =>
        Left + ((Right - Left) * (Math.Clamp(day.DayNumber, from.DayNumber, to.DayNumber) - from.DayNumber) / Math.Max(1, to.DayNumber - from.DayNumber));

    /// <summary>The height of a score.</summary>
    public double Y(int score) => Top + ((Bottom - Top) * (100 - score) / (100 - _lowest));

    /// <summary>The step line; days without an assessment are a gap.</summary>
    public string Path(TrendSeries line)
    {
        var path = new StringBuilder();
        int? score = null;
        foreach (var step in line.Steps.Where(step => step.Day <= to))
        {
            if (score is not null)
                path.Append(CultureInfo.InvariantCulture, $"H{X(step.Day):0.#}");
            if (step.Score is { } next)
                path.Append(CultureInfo.InvariantCulture, $"{(score is null ? $"M{X(step.Day).ToString("0.#", CultureInfo.InvariantCulture)} " : "V")}{Y(next):0.#}");
            score = step.Score;
        }

        if (score is not null)
            path.Append(CultureInfo.InvariantCulture, $"H{Right}");
        return path.ToString();
    }

    /// <summary>The score on a day, and the one before it.</summary>
    public static (int? Before, int? On) Around(TrendSeries line, DateOnly day) =>
        (line.Steps.LastOrDefault(step => step.Day < day)?.Score, line.Steps.LastOrDefault(step => step.Day <= day)?.Score);

    /// <summary>Heights for the names at the lines' ends, at least 16 units apart.</summary>
    public IReadOnlyList<double?> Ends()
    {
        var ends = series.Select(line => line.Steps.LastOrDefault(step => step.Day <= to)?.Score is { } score ? Y(score) : (double?)null).ToArray();
        if (ends is [{ } first, { } second] && Math.Abs(first - second) < 16)
        {
            var middle = (first + second) / 2;
            ends = first <= second ? [middle - 8, middle + 8] : [middle + 8, middle - 8];
        }

        return ends;
    }
}
